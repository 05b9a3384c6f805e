import * as z from 'zod/mini'
import { FileRefused } from '../../files.ts'
import { DocumentId } from '../../ids.ts'
import { readFileText } from '../file-text.ts'
import { type Folder, isLinkable } from './folder.ts'

/** The file that links a folder to documents, to be kept with the files. */
export const workspaceFile = '.lienthong'

/** A file and its document as they were when both last had the same text: in LF, with this SHA-256, at this `seq`. */
const FileLink = z.object({
  document: z.string(),
  documentId: DocumentId,
  seq: z.number(),
  sha256: z.string(),
  lineEnd: z.enum(['lf', 'crlf']),
  hasBom: z.boolean(),
})
/** What a `.lienthong` says of one file. */
export type FileLink = z.infer<typeof FileLink>

const Content = z.object({
  version: z.literal(1),
  server: z.string(),
  database: z.string(),
  scope: z.enum(['database', 'files']),
  files: z.record(z.string(), FileLink),
})
type Content = z.infer<typeof Content>

/** Whether all documents of the database belong into a folder, or only those of the files that it names. */
export type WorkspaceScope = Content['scope']

/** A folder that is linked to documents of a database, as its `.lienthong` tells (rule T12). No token is ever in that file. */
export class Workspace<F extends Folder = Folder> {
  private constructor(
    readonly folder: F,
    private content: Content,
    private stored: string | undefined,
  ) {}

  /** Undefined when the folder itself has no `.lienthong`. Errors: WORKSPACE_INVALID. */
  static async open<F extends Folder>(folder: F): Promise<Workspace<F> | undefined> {
    const bytes = await folder.read(workspaceFile)
    if (!bytes) return undefined
    const stored = readFileText(bytes)?.raw ?? ''
    const parsed = z.safeParse(Content, jsonOf(stored))
    if (!parsed.success || !Object.keys(parsed.data.files).every(isLinkable))
      throw new FileRefused('WORKSPACE_INVALID', { file: `${folder.root}/${workspaceFile}` })
    return new Workspace(folder, parsed.data, stored)
  }

  /** Not on disk before something is linked. */
  static make<F extends Folder>(
    folder: F,
    server: string,
    database: string,
    scope: WorkspaceScope = 'files',
  ): Workspace<F> {
    const address = server.replace(/^(https?:\/\/)[^/@]*@/, '$1')
    return new Workspace(folder, { version: 1, server: address, database, scope, files: {} }, undefined)
  }

  get server(): string {
    return this.content.server
  }

  get database(): string {
    return this.content.database
  }

  get scope(): WorkspaceScope {
    return this.content.scope
  }

  /** Files and their links, in the order of their names. */
  get links(): readonly [string, FileLink][] {
    return Object.entries(this.content.files)
  }

  /** Undefined for a file that is not linked. */
  linkOf(name: string): FileLink | undefined {
    return Object.hasOwn(this.content.files, name) ? this.content.files[name] : undefined
  }

  /** From now on every document of the database belongs into the folder. */
  async takeWhole(): Promise<void> {
    await this.save({ ...this.content, scope: 'database' })
  }

  /** Notes what a file and its document both have, in place of what was noted before. Errors: FILE_CHANGED, FILE_UNWRITABLE. */
  async link(name: string, link: FileLink): Promise<void> {
    const files = [...this.links.filter(([other]) => other !== name), [name, link] as const]
    files.sort(([a], [b]) => (a < b ? -1 : 1))
    await this.save({ ...this.content, files: Object.fromEntries(files) })
  }

  private async save(content: Content): Promise<void> {
    const text = `${JSON.stringify(content, null, 2)}\n`
    this.content = content
    if (text === this.stored) return
    await this.folder.write(workspaceFile, text, this.stored)
    this.stored = text
  }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
