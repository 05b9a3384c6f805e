import type { LocalText } from '@lienthong/plugin-sdk'
import { FileRefused, type PluginDeprecation, ProtocolError } from '@lienthong/protocol'
import { Failure } from '../failure.ts'
import { failures } from './failures.ts'
import { refusalText } from './refusals.ts'
import { words } from './words.ts'

export type Lang = 'vi' | 'en'

type Params = Readonly<Record<string, string | number | LocalText>>

/** The language of the person: `--lang`, else what LC_ALL, LC_MESSAGES or LANG say, else English. */
export function langOf(argv: readonly string[], env: NodeJS.ProcessEnv): Lang {
  const at = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='))
  const told = at < 0 ? undefined : argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1]
  const locale = told ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '')
  return locale.toLowerCase().startsWith('vi') ? 'vi' : 'en'
}

const parameter = /\{(\w+)(?::([^|{}]*)\|([^|{}]*))?\}/g
const english = new Intl.PluralRules('en')

/** Says things in one language. */
export class Speech {
  constructor(readonly lang: Lang) {}

  /** A text with its parameters filled in: `{count}`, and what English says of one or of more, `{count:file|files}`. */
  say(text: keyof typeof words | LocalText, params: Params = {}): string {
    const local = typeof text === 'string' ? words[text] : text
    return local[this.lang].replace(parameter, (whole, name: string, one?: string, other?: string) => {
      const value = params[name] ?? whole
      if (typeof value === 'number' && one !== undefined)
        return (english.select(value) === 'one' ? one : other) ?? whole
      return typeof value === 'object' ? value[this.lang] : String(value)
    })
  }

  /** What is said against a plugin. */
  advice({ reason, successor }: PluginDeprecation): string {
    return this.say(successor === null ? 'adviceAgainst' : 'adviceFor', {
      reason,
      successor: successor ?? '',
    })
  }

  /** An error in one line, with its code where it is an expected one. */
  explain(error: unknown): string {
    if (isRefusal(error)) return `${error.code}: ${this.refusal(error)}`
    return this.say('crashed', {
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }

  /** What an expected error says, without its code. */
  refusal(error: Refusal): string {
    const text = error instanceof ProtocolError ? refusalText(error.code) : failures[error.code]
    return this.say(text, error.params)
  }
}

/** An expected error: the person can put it right. */
export type Refusal = Failure | FileRefused | ProtocolError

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Failure || error instanceof FileRefused || error instanceof ProtocolError
