import { readFile } from 'node:fs/promises'
import { guessOf, syntaxMessage } from '@lienthong/plugin-engine'
import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import * as z from 'zod/mini'
import { Failure } from '../failure.ts'
import { ConfigFile, keysAt } from './schema.ts'

type Path = readonly PropertyKey[]

/** A configuration file as it is written: its content, and the place of each part for messages. */
export class ConfigSource {
  readonly content: ConfigFile
  private readonly counter = new LineCounter()
  private readonly contents: unknown

  private constructor(
    /** As messages name it. */
    private readonly name: string,
    text: string,
  ) {
    const document = parseDocument(text, { lineCounter: this.counter, prettyErrors: false })
    this.contents = document.contents
    const [error] = document.errors
    if (error) {
      const detail = syntaxMessage('yaml', error.code, error.message)
      throw new Failure('CONFIG_INVALID', { place: this.placeAt(error.pos[0]), detail })
    }
    this.content = this.checked(document.toJS() ?? {})
  }

  /** Errors: FILE_UNREADABLE, CONFIG_INVALID, CONFIG_KEY_UNKNOWN, each with line and column. */
  static async read(file: string, name: string): Promise<ConfigSource> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new Failure('FILE_UNREADABLE', { file: name, reason: error.code ?? 'unknown' })
    })
    return new ConfigSource(name, text)
  }

  /** `file:line:column` of a part, or of the nearest part around it. */
  placeOf(path: Path): string {
    let at = this.contents
    let offset = rangeStart(at)
    for (const step of path) {
      const pair = isMap(at) ? at.items.find(({ key }) => String(key) === String(step)) : undefined
      const key: unknown = isSeq(at) ? at.items[Number(step)] : pair?.key
      if (!isNode(key)) break
      offset = rangeStart(key)
      at = pair ? pair.value : key
    }
    return this.placeAt(offset)
  }

  private placeAt(offset: number): string {
    const { line, col } = this.counter.linePos(offset)
    return `${this.name}:${line}:${col}`
  }

  private checked(value: unknown): ConfigFile {
    const parsed = z.safeParse(ConfigFile, value, { error: english })
    if (parsed.success) return parsed.data
    const [first, ...others] = parsed.error.issues.map(innermost)
    // A key that is misspelt is missing, too: the misspelling says more.
    const unknown = [first, ...others].find(issue => issue?.code === 'unrecognized_keys')
    if (unknown?.code === 'unrecognized_keys') {
      const [key = ''] = unknown.keys
      const place = this.placeOf([...unknown.path, key])
      throw new Failure('CONFIG_KEY_UNKNOWN', { place, key, guess: guessOf(key, keysAt(unknown.path)) })
    }
    const inVietnamese = z.safeParse(ConfigFile, value, { error: vietnamese }).error?.issues.map(innermost)
    const detail = { vi: inVietnamese?.[0]?.message ?? '', en: first?.message ?? '' }
    throw new Failure('CONFIG_INVALID', { place: this.placeOf(first?.path ?? []), detail })
  }
}

const english = z.locales.en().localeError
const vietnamese = z.locales.vi().localeError

const rangeStart = (node: unknown): number => (isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0)

type Issue = z.core.$ZodIssue

/** Of a value that fits none of several forms, what is wrong with it in the form that it comes nearest to: the last one. */
const innermost = (issue: Issue): Issue => {
  const inner = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : undefined
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] }) : issue
}
