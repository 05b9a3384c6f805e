import type { Plugin } from '@lienthong/plugin-sdk'
import { Checker } from './checker.ts'
import { removeClockAndChance } from './prelude.ts'
import type { GuestStep } from './wire.ts'

/** What the host calls. Only strings cross. */
interface Entry {
  /** Takes the plugin; answers its rules' meta data as JSON. */
  begin(exports: { default?: Plugin }): string
  /** Takes a step as JSON, or goes on with the last one when it is empty; answers the reports as JSON. */
  step(json: string): string
}

removeClockAndChance()

let checker: Checker | null = null

const entry: Entry = {
  begin: ({ default: plugin }) => {
    if (!plugin || typeof plugin.rules !== 'object')
      throw new TypeError('The default export must be definePlugin({ rules }).')
    checker = new Checker(plugin)
    return JSON.stringify(
      Object.entries(plugin.rules).map(([id, { meta, scope }]) => ({ id, meta: { ...meta }, scope })),
    )
  },
  step: json => {
    if (!checker) throw new TypeError('no plugin')
    if (json !== '') checker.begin(JSON.parse(json) as GuestStep)
    return JSON.stringify(checker.slice())
  },
}

Object.defineProperty(globalThis, 'lienthong', { value: Object.freeze(entry), enumerable: false })
