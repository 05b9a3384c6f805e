import { stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { formatOfFile } from '@lienthong/protocol'
import {
  type Comparison,
  compareFile,
  documentTextOf,
  followDocument,
  type LocalFile,
  linkFile,
  type Pair,
  pairsOf,
  type ServerText,
} from '@lienthong/protocol/client'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import type { ServerOptions } from '../server/connection.ts'
import { addressOf, again, type Exchange, openExchange } from './exchange.ts'
import { merge } from './merge.ts'
import { refuseOther } from './pull.ts'
import { conflictOf, lineOf } from './report.ts'
import { Writer } from './writer.ts'

export interface PushOptions extends ServerOptions {
  /** Makes new documents without asking. */
  readonly yes?: boolean
  readonly merge?: boolean
}

type New = Extract<Comparison, { state: 'new-here' }>

/** Sends what was changed here into the documents, as edits that keep what others have there. */
export async function push(
  path: string,
  words: string | undefined,
  options: PushOptions,
  io: Io,
): Promise<number> {
  const { exchange, pairs } = await chosen(path, words, options, io)
  const comparisons: Comparison[] = []
  for (const pair of pairs) {
    const comparison = await compareFile(pair, exchange)
    if (comparison) comparisons.push(comparison)
  }
  for (const comparison of comparisons) if (comparison.state !== 'same') io.out(lineOf(comparison, io))
  const writer = new Writer(exchange.credentials)
  try {
    const pushing = new Pushing(exchange, writer, options, io)
    let isWell = await pushing.create(comparisons.filter(one => one.state === 'new-here'))
    for (const comparison of comparisons) isWell = (await pushing.send(comparison)) && isWell
    io.out(io.speech.say('pushed', { count: pushing.sent, database: exchange.workspace.database }))
    return isWell ? 0 : 1
  } finally {
    await writer.close()
  }
}

/** A whole folder, or one file and its document. */
async function chosen(
  path: string,
  words: string | undefined,
  options: PushOptions,
  io: Io,
): Promise<{ exchange: Exchange; pairs: readonly Pair[] }> {
  const file = resolve(io.cwd, path)
  const found = await stat(file).catch(() => undefined)
  if (!found) throw new Failure('FILES_NOT_FOUND', { patterns: path })
  if (found.isDirectory()) {
    if (words !== undefined) throw new Failure('ARGUMENT_UNEXPECTED', { detail: words })
    const exchange = await openExchange(path, {}, options, io)
    return { exchange, pairs: await pairsOf(exchange) }
  }
  const address = words === undefined ? undefined : addressOf(words)
  const exchange = await openExchange(dirname(file), { database: address?.database }, options, io)
  const name = exchange.workspace.folder.nameOf(file)
  const document = address?.path ?? exchange.workspace.linkOf(name)?.document ?? basename(file)
  refuseOther(exchange, name, document)
  return { exchange, pairs: [{ name, path: document }] }
}

class Pushing {
  sent = 0

  constructor(
    private readonly exchange: Exchange,
    private readonly writer: Writer,
    private readonly options: PushOptions,
    private readonly io: Io,
  ) {}

  /** Never without a yes. False when somebody said no, or nobody could be asked. */
  async create(files: readonly New[]): Promise<boolean> {
    if (files.length === 0) return true
    const { io, exchange, options } = this
    const about = { count: files.length, database: exchange.workspace.database }
    if (!options.yes && !(await io.confirm(io.speech.say('mayCreate', about)))) {
      io.out(io.speech.say('notCreated', about))
      return false
    }
    for (const { file, path } of files) {
      const format = formatOfFile(path) ?? formatOfFile(file.name)
      if (!format) throw new Failure('FORMAT_UNKNOWN', { file: file.name })
      const document = await exchange.documents.create({ path, title: path, format, text: file.text })
      await linkFile(exchange, file, document)
      this.tell(file.name, 'createdDocument', path)
    }
    return true
  }

  /** False for what a person has to decide. */
  async send(comparison: Comparison): Promise<boolean> {
    switch (comparison.state) {
      case 'same':
        await linkFile(this.exchange, comparison.file, comparison.server.document)
        return true
      case 'changed-here':
        return this.write(comparison.file, comparison.file.text, comparison.server)
      case 'conflict':
        return this.settle(comparison)
      case 'changed-there':
      case 'new-there':
      case 'missing-here':
      case 'new-here':
        return true
      case 'missing-there':
        return false
      default:
        return comparison satisfies never
    }
  }

  private async settle(comparison: Extract<Comparison, { state: 'conflict' }>): Promise<boolean> {
    const { file, server, base } = comparison
    const merged = base === undefined ? undefined : merge(base, file.text, server.text)
    if (this.options.merge && merged && 'text' in merged) return this.write(file, merged.text, server)
    this.io.out(conflictOf(comparison, merged, this.io))
    return false
  }

  /** Only onto the text that was compared: what somebody typed since then is compared afresh. */
  private async write(file: LocalFile, target: string, server: ServerText): Promise<boolean> {
    const { document } = server
    const isWritten = await this.writer.write(document.id, text =>
      documentTextOf(text) === server.text ? target : undefined,
    )
    if (!isWritten) return this.sendAgain({ name: file.name, path: document.path })
    await followDocument(this.exchange, file, document)
    this.tell(file.name, 'pushedFile', document.path)
    return true
  }

  private async sendAgain(pair: Pair): Promise<boolean> {
    const comparison = await compareFile(pair, await again(this.exchange))
    return comparison === undefined || this.send(comparison)
  }

  private tell(file: string, what: 'createdDocument' | 'pushedFile', path: string): void {
    this.sent++
    this.io.out(this.io.speech.say(what, { file, document: `${this.exchange.workspace.database}/${path}` }))
  }
}
