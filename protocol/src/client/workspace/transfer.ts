import type { DocumentSummary } from '../../documents.ts'
import { fileText, plainShape, rewritten, shaped } from '../file-text.ts'
import type { LocalFile, ServerText } from './comparison.ts'
import { type Exchange, linkFile } from './exchange.ts'

/**
 * Gives a file another text; what stays keeps its bytes (rule T13). The link tells the server's text also where the file gets a merged
 * one: that is what the server has yet to learn. Errors: FILE_CHANGED, FILE_OUTSIDE, FILE_UNWRITABLE.
 */
export async function rewriteFile(
  exchange: Exchange,
  file: LocalFile,
  text: string,
  server: ServerText,
): Promise<void> {
  const raw = rewritten(file, text)
  await exchange.workspace.folder.write(file.name, raw, file.raw)
  await linkFile(exchange, { name: file.name, raw, text: server.text }, server.document)
}

/** Makes a file of a document, in the shape that it had before it was lost. Errors: FILE_CHANGED, FILE_OUTSIDE, FILE_UNWRITABLE. */
export async function makeFile(
  exchange: Exchange,
  name: string,
  { document, text }: ServerText,
): Promise<void> {
  const { workspace } = exchange
  const raw = shaped(text, workspace.linkOf(name) ?? plainShape)
  await workspace.folder.write(name, raw, undefined)
  await linkFile(exchange, { name, ...fileText(raw) }, document)
}

/** After a file went into its document, the file gets what the document has now: merged lines, and what others typed while this was on its way. */
export async function followDocument(
  exchange: Exchange,
  file: LocalFile,
  { id, path }: DocumentSummary,
): Promise<void> {
  const { documents, workspace } = exchange
  const { seq } = await documents.one(id)
  const text = await documents.textAt(id, seq)
  const raw = rewritten(file, text)
  if (raw !== file.raw) await workspace.folder.write(file.name, raw, file.raw)
  await linkFile(exchange, { name: file.name, raw, text }, { id, path, seq })
}
