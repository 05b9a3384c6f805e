import { readFile, stat } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type Addressed,
  type KnownDocument,
  KnownDocuments,
  noOutline,
  type Outline,
  type OutlineRequest,
  type Runner,
  RunnerError,
  RunnerGone,
  startRunner,
} from '@lienthong/plugin-engine'
import type { Format } from '@lienthong/plugin-sdk'
import { formatOfFile, formatsOfFiles, maxUpdateBytes } from '@lienthong/protocol'
import { documentTextOf } from '@lienthong/protocol/file-text'
import { glob } from 'tinyglobby'
import type { TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { isBelow } from '../check/linked-files.ts'
import { isOwnFile } from '../config/names.ts'

/** A file as documents know each other: its folder is the database. */
export interface LocalFile extends Addressed {
  readonly uri: string
  readonly format: Format
  /** Where it is on this machine. */
  readonly diskPath: string
}

/** More files than any set of specifications has. */
export const maxFiles = 2_000
/** A larger file cannot become a document; nobody waits for one that is not open. */
const maxBytes = maxUpdateBytes

interface Read {
  readonly stamp: string
  readonly outline: Outline
  /** The last that was whole. */
  readonly whole: Outline
}

/** A file, and all others of its workspace. */
export interface Around {
  readonly known: KnownDocument<LocalFile>
  readonly documents: KnownDocuments<LocalFile>
  /** Whether there are no more files than are looked through. */
  readonly isAll: boolean
}

/** The path of a file of this machine; null for anything else. */
export const pathOf = (uri: string): string | null => {
  try {
    return fileURLToPath(uri)
  } catch {
    return null
  }
}

/** The specifications and schemas of the workspace's folders, those that are open as the editor has them. */
export class LocalFiles {
  private readonly read = new Map<string, Read>()
  private runner: Promise<Runner> | null = null

  constructor(
    private readonly open: TextDocuments<TextDocument>,
    private readonly roots: readonly string[],
  ) {}

  /** Null for what is no file here, of no known format, or the command's own. */
  fileAt(uri: string): LocalFile | null {
    const path = pathOf(uri)
    const format = path === null ? undefined : formatOfFile(path)
    if (path === null || !format || isOwnFile(path)) return null
    const address = pathToFileURL(dirname(path)).pathname.slice(1)
    const name = uri.slice(uri.lastIndexOf('/') + 1)
    return { id: uri, uri, format, diskPath: path, databaseCode: address, path: name }
  }

  /** The text with LF, as it is open or on disk; null when there is none, or too much that is not open. */
  async textOf({ uri, diskPath }: LocalFile): Promise<TextDocument | null> {
    const open = this.open.get(uri)
    const text = open?.getText() ?? (await textAt(diskPath))
    return text === null ? null : TextDocument.create(uri, '', open?.version ?? 0, documentTextOf(text))
  }

  /** Like `textOf`, but however large, with its version in the editor, null where it is not open. Empty when it is gone by now. Errors: those of the disk. */
  async wholeTextOf({ uri, diskPath }: LocalFile): Promise<{ text: string; version: number | null }> {
    const open = this.open.get(uri)
    const text = open?.getText() ?? (await readFile(diskPath, 'utf8').catch(emptyIfGone))
    return { text: documentTextOf(text), version: open?.version ?? null }
  }

  /** As it is open; null for a file that is not. */
  openTextAt(path: string): string | null {
    const open = this.open.all().find(({ uri }) => pathOf(uri) === path)
    return open ? documentTextOf(open.getText()) : null
  }

  /** The folder of the workspace that it lies in. */
  rootOf({ diskPath }: LocalFile): string | undefined {
    return this.roots.find(root => isBelow(root, diskPath))
  }

  /** As people know it: its path in the workspace. */
  nameOf(file: LocalFile): string {
    const { diskPath } = file
    const root = this.rootOf(file)
    return root === undefined ? diskPath : relative(root, diskPath)
  }

  /** Null when there is nothing to read. */
  async outlineOf(file: LocalFile): Promise<Outline | null> {
    const stamp = await this.stampOf(file)
    const known = this.read.get(file.uri)
    if (known?.stamp === stamp) return known.outline
    const document = await this.textOf(file)
    if (!document) return null
    const outline = await this.outlineOfText(file, document.getText())
    this.read.set(file.uri, { stamp, outline, whole: outline.isWhole ? outline : (known?.whole ?? outline) })
    return outline
  }

  /** None of a text that cannot be read, or is too large and not open. */
  async outlineOfText({ uri, format }: LocalFile, text: string): Promise<Outline> {
    if (text.length > maxBytes && !this.open.get(uri)) return noOutline
    return this.readOutline({ documentId: uri, format, text })
  }

  /** What was defined in a file when all of it could last be read. */
  definitionsOf({ document, outline }: KnownDocument<LocalFile>): Outline['definitions'] {
    return (this.read.get(document.uri)?.whole ?? outline).definitions
  }

  /** Null when there is nothing to read. */
  async around(file: LocalFile): Promise<Around | null> {
    const outline = await this.outlineOf(file)
    if (!outline) return null
    const known = { document: file, outline }
    const others: KnownDocument<LocalFile>[] = []
    const { files, isAll } = await this.all()
    for (const other of files)
      if (other.uri !== file.uri)
        others.push({ document: other, outline: (await this.outlineOf(other)) ?? noOutline })
    return { known, documents: new KnownDocuments([known, ...others]), isAll }
  }

  async stop(): Promise<void> {
    await (await this.runner)?.stop()
  }

  private async all(): Promise<{ files: LocalFile[]; isAll: boolean }> {
    const patterns = Object.keys(formatsOfFiles).map(ending => `**/*${ending}`)
    const ignore = ['**/node_modules/**', '**/dist/**']
    const inRoots = this.roots.map(cwd => glob(patterns, { cwd, ignore, dot: false, absolute: true }))
    const found = (await Promise.all(inRoots)).flat()
    const paths = found.slice(0, maxFiles).map(path => pathToFileURL(path).href)
    const files = [...new Set([...this.open.keys(), ...paths])].flatMap(uri => this.fileAt(uri) ?? [])
    return { files, isAll: found.length <= maxFiles }
  }

  private async stampOf({ uri, diskPath }: LocalFile): Promise<string> {
    const open = this.open.get(uri)
    if (open) return `open ${open.version}`
    const state = await stat(diskPath).catch(() => null)
    return state ? `${state.mtimeMs} ${state.size}` : ''
  }

  /** None of a text that cannot be read: it would fail again with every question, and keep the answer about all others. */
  private async readOutline(request: OutlineRequest): Promise<Outline> {
    for (let attempt = 1; ; attempt++)
      try {
        return await (await this.started()).outline(request)
      } catch (error) {
        if (!(error instanceof RunnerError)) throw error
        // The runner may have ended for another text.
        if (attempt === 2 || !(error instanceof RunnerGone)) return noOutline
      }
  }

  /** One that did not start, or ended, is started anew for the next question. */
  private started(): Promise<Runner> {
    const forget = () => {
      this.runner = null
    }
    if (!this.runner) {
      this.runner = startRunner({ onExit: forget })
      this.runner.catch(forget)
    }
    return this.runner
  }
}

const textAt = async (path: string): Promise<string | null> => {
  try {
    const { size } = await stat(path)
    return size > maxBytes ? null : await readFile(path, 'utf8')
  } catch {
    return null
  }
}

const emptyIfGone = (error: NodeJS.ErrnoException): string => {
  if (error.code === 'ENOENT') return ''
  throw error
}
