import type { Plugin } from '@lienthong/plugin-sdk'
import { Checker } from './checker.ts'
import { Help } from './help.ts'
import type { Ask } from './inputs.ts'
import { removeClockAndChance } from './prelude.ts'
import type { GuestStep, HelpAsk, Running } from './wire.ts'

/** What the host calls. Only strings cross. */
interface Entry {
  /** Takes the plugin, whom to ask for inputs, and where to note whose code runs; answers the meta data of its parts as JSON. */
  begin(exports: { default?: Plugin }, ask: Ask, running: Running): string
  /** Takes a step as JSON; answers the reports of its first slice as JSON, nothing for a part. */
  step(json: string): string
  /** Goes on with the last step, at the unit of this id if that is due; answers the reports of a slice as JSON. */
  more(near: string): string
  /** Takes a {@link HelpAsk} as JSON; answers places, or what is said of them, as JSON. */
  help(json: string): string
}

removeClockAndChance()

let checker: Checker | null = null
let help: Help | null = null

const entry: Entry = {
  begin: ({ default: plugin }, ask, running) => {
    if (!plugin || typeof plugin.rules !== 'object')
      throw new TypeError('The default export must be definePlugin({ rules }).')
    checker = new Checker(plugin, ask, running)
    help = new Help(plugin, running, checker)
    const { rules, hovers = {}, completions = {} } = plugin
    return JSON.stringify({
      rules: Object.entries(rules).map(([id, { meta, scope }]) => ({ id, meta: { ...meta }, scope })),
      hovers: Object.entries(hovers).map(([id, { meta }]) => ({ id, meta })),
      completions: Object.entries(completions).map(([id, { meta }]) => ({ id, meta })),
    })
  },
  step: json => {
    if (!checker) throw new TypeError('no plugin')
    const step = JSON.parse(json) as GuestStep
    checker.begin(step)
    return step.isPart ? '' : JSON.stringify(checker.slice(step.near))
  },
  more: near => {
    if (!checker) throw new TypeError('no plugin')
    return JSON.stringify(checker.slice(near))
  },
  help: json => {
    if (!help) throw new TypeError('no plugin')
    return JSON.stringify(help.answer(JSON.parse(json) as HelpAsk))
  },
}

Object.defineProperty(globalThis, 'lienthong', { value: Object.freeze(entry), enumerable: false })
