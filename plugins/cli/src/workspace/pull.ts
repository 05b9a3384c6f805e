import { dirname, resolve } from 'node:path'
import { ProtocolError } from '@lienthong/protocol'
import {
  type Comparison,
  compareFile,
  type LocalFile,
  linkFile,
  makeFile,
  pairsOf,
  rewriteFile,
  type ServerText,
} from '@lienthong/protocol/client'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import type { ServerOptions } from '../server/connection.ts'
import { type Address, addressOf, type Exchange, openExchange } from './exchange.ts'
import { type Merge, merge } from './merge.ts'
import { conflictOf, lineOf } from './report.ts'

export interface PullOptions extends ServerOptions {
  /** Where a single document goes. */
  readonly output?: string
  readonly merge?: boolean
  readonly overwrite?: boolean
}

/** Brings documents into files. A file that was changed here stays as it is, unless told otherwise. */
export async function pull(
  words: string | undefined,
  folder: string,
  options: PullOptions,
  io: Io,
): Promise<number> {
  const address = words === undefined ? undefined : addressOf(words)
  if (options.output !== undefined && address?.path === undefined)
    throw new Failure('ARGUMENT_MISSING', { name: 'database/document' })
  const { exchange, pairs } = address?.path
    ? await one({ ...address, path: address.path }, folder, options, io)
    : await whole(address, folder, options, io)
  const pulling = new Pulling(exchange, options, io)
  let code = 0
  for (const pair of pairs) {
    const comparison = await compareFile(pair, exchange)
    if (comparison && !(await pulling.take(comparison))) code = 1
  }
  io.out(io.speech.say('pulled', { count: pulling.written, folder: exchange.workspace.folder.root }))
  return code
}

async function one(address: Address & { path: string }, folder: string, options: PullOptions, io: Io) {
  const file = resolve(io.cwd, options.output ?? resolve(io.cwd, folder, address.path))
  const { database, path } = address
  const exchange = await openExchange(dirname(file), { database }, options, io)
  if (!exchange.list.some(document => document.path === path)) throw new ProtocolError('DOCUMENT_NOT_FOUND')
  const name = exchange.workspace.folder.nameOf(file)
  refuseOther(exchange, name, path)
  return { exchange, pairs: [{ name, path }] }
}

async function whole(address: Address | undefined, folder: string, options: PullOptions, io: Io) {
  const exchange = await openExchange(
    folder,
    { database: address?.database, isOwn: address !== undefined },
    options,
    io,
  )
  if (address) await exchange.workspace.takeWhole()
  return { exchange, pairs: await pairsOf(exchange) }
}

/** Errors: FILE_LINKED, for a file that belongs to another document. */
export function refuseOther({ workspace }: Exchange, name: string, path: string): void {
  const linked = workspace.linkOf(name)
  if (linked && linked.document !== path)
    throw new Failure('FILE_LINKED', { file: name, document: linked.document })
}

class Pulling {
  written = 0

  constructor(
    private readonly exchange: Exchange,
    private readonly options: PullOptions,
    private readonly io: Io,
  ) {}

  /** False for what a person has to decide. */
  async take(comparison: Comparison): Promise<boolean> {
    const { io, exchange } = this
    switch (comparison.state) {
      case 'same':
        await linkFile(exchange, comparison.file, comparison.server.document)
        return true
      case 'changed-there':
        await this.write(comparison.file, comparison.server.text, comparison.server)
        return true
      case 'new-there':
      case 'missing-here':
        await this.make(comparison.name, comparison.server)
        return true
      case 'changed-here':
        if (this.options.overwrite) await this.overwrite(comparison.file, comparison.server)
        else io.out(lineOf(comparison, io))
        return true
      case 'conflict':
        return this.settle(comparison)
      case 'new-here':
        return true
      case 'missing-there':
        io.out(lineOf(comparison, io))
        return false
      default:
        return comparison satisfies never
    }
  }

  private async settle(comparison: Extract<Comparison, { state: 'conflict' }>): Promise<boolean> {
    const { file, server, base } = comparison
    const merged: Merge | undefined = base === undefined ? undefined : merge(base, file.text, server.text)
    if (this.options.merge && merged && 'text' in merged) {
      await this.write(file, merged.text, server)
      this.io.out(this.io.speech.say('merged', { file: file.name }))
    } else if (this.options.overwrite) await this.overwrite(file, server)
    else {
      this.io.out(conflictOf(comparison, merged, this.io))
      return false
    }
    return true
  }

  private async overwrite(file: LocalFile, server: ServerText): Promise<void> {
    const kept = await this.exchange.workspace.folder.keep(file.name)
    this.io.out(this.io.speech.say('keptFile', { file: file.name, kept }))
    await this.write(file, server.text, server)
  }

  private async write(file: LocalFile, text: string, server: ServerText): Promise<void> {
    await rewriteFile(this.exchange, file, text, server)
    this.tell(file.name)
  }

  private async make(name: string, server: ServerText): Promise<void> {
    await makeFile(this.exchange, name, server)
    this.tell(name)
  }

  private tell(name: string): void {
    this.written++
    this.io.out(this.io.speech.say('wroteFile', { file: name }))
  }
}
