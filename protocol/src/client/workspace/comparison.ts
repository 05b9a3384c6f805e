import { type DocumentSummary, formatOfFile } from '../../documents.ts'
import { ProtocolError } from '../../errors.ts'
import { FileRefused } from '../../files.ts'
import { type FileText, readFileText } from '../file-text.ts'
import { type Documents, isDocumentPath } from './documents.ts'
import { type Exchange, hashOf } from './exchange.ts'
import { isLinkable } from './folder.ts'
import type { FileLink } from './workspace.ts'

/** A file with its text. */
export interface LocalFile extends FileText {
  readonly name: string
}

/** A document as it is now on the server, in LF. */
export interface ServerText {
  readonly document: DocumentSummary
  readonly text: string
}

/** How a file and its document stand to each other, seen from the text that both had last. */
export type Comparison = { readonly name: string } & (
  | { readonly state: 'same'; readonly file: LocalFile; readonly server: ServerText }
  | { readonly state: 'changed-here'; readonly file: LocalFile; readonly server: ServerText }
  | { readonly state: 'changed-there'; readonly file: LocalFile; readonly server: ServerText }
  | {
      readonly state: 'conflict'
      readonly file: LocalFile
      readonly server: ServerText
      /** Undefined where the two were never the same. */
      readonly base: string | undefined
    }
  | { readonly state: 'new-here'; readonly file: LocalFile; readonly path: string }
  | { readonly state: 'new-there' | 'missing-here'; readonly server: ServerText }
  | { readonly state: 'missing-there' }
)

/** A file and the path of the document that belongs to it. */
export interface Pair {
  readonly name: string
  readonly path: string
}

/** Every pair of a linked folder: what is linked, and if the folder takes the whole database, what could be. */
export async function pairsOf({ workspace, list }: Exchange): Promise<Pair[]> {
  const linked = workspace.links.map(([name, { document }]) => ({ name, path: document }))
  if (workspace.scope === 'files') return linked
  const names = (await workspace.folder.names()).filter(name => formatOfFile(name) && isDocumentPath(name))
  const taken = new Set(linked.map(({ path }) => path))
  const others = [...new Set([...names, ...list.map(({ path }) => path)])]
    .filter(path => !taken.has(path) && !workspace.linkOf(path))
    .map(path => ({ name: path, path }))
  return [...linked, ...others].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Looks at one pair. Reads the server's text only where it may have changed. Errors: FILE_NOT_TEXT, FILE_OUTSIDE. */
export async function compareFile(
  { name, path }: Pair,
  { workspace, documents, list }: Exchange,
): Promise<Comparison | undefined> {
  // What a server calls its documents must not decide where files are written.
  if (!isLinkable(name)) throw new FileRefused('FILE_OUTSIDE', { file: name })
  const link = workspace.linkOf(name)
  const document = list.find(one => (link ? one.id === link.documentId : one.path === path))
  const bytes = await workspace.folder.read(name)
  const file = bytes && localFile(name, bytes)
  if (!document) {
    if (link) return { name, state: 'missing-there' }
    return file && { name, state: 'new-here', file, path }
  }
  if (file && link && link.seq === document.seq && (await hashOf(file.text)) === link.sha256)
    return { name, state: 'same', file, server: { document, text: file.text } }
  const server = { document, text: await documents.textAt(document.id, document.seq) }
  if (!file) return { name, state: link ? 'missing-here' : 'new-there', server }
  const state = await stateOf(file.text, server.text, link?.sha256)
  if (state !== 'conflict') return { name, state, file, server }
  return { name, state, file, server, base: link && (await baseOf(documents, link)) }
}

function localFile(name: string, bytes: Uint8Array): LocalFile {
  const text = readFileText(bytes)
  if (!text) throw new FileRefused('FILE_NOT_TEXT', { file: name })
  return { name, ...text }
}

/** `base` is the hash of what both had last. */
async function stateOf(here: string, there: string, base: string | undefined) {
  if (here === there) return 'same'
  if ((await hashOf(here)) === base) return 'changed-there'
  return (await hashOf(there)) === base ? 'changed-here' : 'conflict'
}

/** The text that both had last, unless the server's history no longer agrees. */
async function baseOf(
  documents: Documents,
  { documentId, seq, sha256 }: FileLink,
): Promise<string | undefined> {
  try {
    const base = await documents.textAt(documentId, seq)
    return (await hashOf(base)) === sha256 ? base : undefined
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'RECORD_NOT_FOUND') return undefined
    throw error
  }
}
