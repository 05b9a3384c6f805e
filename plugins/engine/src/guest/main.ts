import type { Plugin } from '@lienthong/plugin-sdk'
import { Checker } from './checker.ts'
import type { Ask } from './inputs.ts'
import { removeClockAndChance } from './prelude.ts'
import type { GuestStep, Running } from './wire.ts'

/** What the host calls. Only strings cross. */
interface Entry {
  /** Takes the plugin, whom to ask for inputs, and where to note whose code runs; answers its rules' meta data as JSON. */
  begin(exports: { default?: Plugin }, ask: Ask, running: Running): string
  /** Takes a step as JSON, or goes on with the last one when it is empty; answers the reports as JSON, nothing for a part. */
  step(json: string): string
}

removeClockAndChance()

let checker: Checker | null = null

const entry: Entry = {
  begin: ({ default: plugin }, ask, running) => {
    if (!plugin || typeof plugin.rules !== 'object')
      throw new TypeError('The default export must be definePlugin({ rules }).')
    checker = new Checker(plugin, ask, running)
    return JSON.stringify(
      Object.entries(plugin.rules).map(([id, { meta, scope }]) => ({ id, meta: { ...meta }, scope })),
    )
  },
  step: json => {
    if (!checker) throw new TypeError('no plugin')
    if (json === '') return JSON.stringify(checker.slice())
    const step = JSON.parse(json) as GuestStep
    checker.begin(step)
    return step.isPart ? '' : JSON.stringify(checker.slice())
  },
}

Object.defineProperty(globalThis, 'lienthong', { value: Object.freeze(entry), enumerable: false })
