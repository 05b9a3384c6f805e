import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { DocumentId } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { Failure } from '../failure.ts'
import { nearest } from '../root.ts'
import { Folder } from './folder.ts'

export const workspaceFile = '.lienthong'

/** A file and its document as they were when both last had the same text: in LF, with this SHA-256, at this `seq`. */
const Link = z.object({
  document: z.string(),
  documentId: DocumentId,
  seq: z.number(),
  sha256: z.string(),
  lineEnd: z.enum(['lf', 'crlf']),
  hasBom: z.boolean(),
})
export type Link = z.infer<typeof Link>

/** `scope`: whether all documents of the database belong into the folder, or only those of the files named here. */
const Content = z.object({
  version: z.literal(1),
  server: z.string(),
  database: z.string(),
  scope: z.enum(['database', 'files']),
  files: z.record(z.string(), Link),
})
type Content = z.infer<typeof Content>

/** A folder that is linked to documents of a database, as its `.lienthong` tells. No token is ever in that file. */
export class Workspace {
  readonly folder: Folder

  private constructor(
    root: string,
    private content: Content,
    private stored: string | undefined,
  ) {
    this.folder = new Folder(root)
  }

  /** The one of this folder or of the nearest above it; undefined when there is none. Errors: WORKSPACE_INVALID. */
  static async open(from: string): Promise<Workspace | undefined> {
    const path = nearest(from, workspaceFile)
    if (path === undefined) return undefined
    const root = dirname(path)
    const stored = (await new Folder(root).read(workspaceFile))?.toString('utf8') ?? ''
    const parsed = z.safeParse(Content, jsonOf(stored))
    if (!parsed.success || !Object.keys(parsed.data.files).every(isLinkable))
      throw new Failure('WORKSPACE_INVALID', { file: path })
    return new Workspace(root, parsed.data, stored)
  }

  /** Not on disk before something is linked. */
  static make(root: string, server: string, database: string): Workspace {
    const address = server.replace(/^(https?:\/\/)[^/@]*@/, '$1')
    return new Workspace(
      root,
      { version: 1, server: address, database, scope: 'files', files: {} },
      undefined,
    )
  }

  get server(): string {
    return this.content.server
  }

  get database(): string {
    return this.content.database
  }

  get scope(): Content['scope'] {
    return this.content.scope
  }

  /** Files and their links, in the order of their names. */
  get links(): readonly [string, Link][] {
    return Object.entries(this.content.files)
  }

  linkOf(name: string): Link | undefined {
    return Object.hasOwn(this.content.files, name) ? this.content.files[name] : undefined
  }

  /** From now on every document of the database belongs into the folder. */
  async takeWhole(): Promise<void> {
    await this.save({ ...this.content, scope: 'database' })
  }

  async link(name: string, link: Link): Promise<void> {
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

/** Whether a name stays in the folder. Hidden files are not for documents: a folder that somebody sent could name those that programs run. */
export const isLinkable = (name: string): boolean =>
  !name.includes('\\') && name.split('/').every(part => part !== '' && !part.startsWith('.'))

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
