import {
  addressesShown,
  concernedBy,
  isTaken,
  isValidName,
  maxPlaces,
  type Named,
  namedAt,
  type Range,
  renamedPlaces,
} from '@lienthong/plugin-engine'
import { ProtocolError } from '@lienthong/protocol'
import type { Position, PrepareRenameResult, TextEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Around, type LocalFile, type LocalFiles, maxFiles } from './local-files.ts'

/** What a new name changes in one file; `version` is its text's in the editor, null where it is not open. */
export interface RenamedIn {
  readonly uri: string
  readonly version: number | null
  readonly edits: TextEdit[]
}

/** Says what another name for a definition or a requirement changes, in every file of a workspace that names it. */
export class Renames {
  constructor(private readonly files: LocalFiles) {}

  /** What would be renamed. Errors: RENAME_NOTHING. */
  async prepare(uri: string, position: Position): Promise<PrepareRenameResult> {
    const { text, here, named } = await this.namedAt(uri, position)
    const range = { start: text.positionAt(here.start), end: text.positionAt(here.end) }
    return { range, placeholder: named.name }
  }

  /** Errors: RENAME_NOTHING, RENAME_INVALID, RENAME_TAKEN, RENAME_UNREADABLE, RENAME_PLACES_TOO_MANY, RENAME_DOCUMENTS_TOO_MANY. */
  async edits(uri: string, position: Position, to: string): Promise<RenamedIn[]> {
    const { documents, isAll, named } = await this.namedAt(uri, position)
    const name = to.normalize('NFC')
    if (name === named.name) return []
    if (!isValidName(named, name)) throw new ProtocolError('RENAME_INVALID', { name })
    if (!isAll) throw new ProtocolError('RENAME_DOCUMENTS_TOO_MANY', { max: maxFiles })
    if (isTaken(documents, named, name)) throw new ProtocolError('RENAME_TAKEN', { name })
    return (await this.concerned(documents, named)).map(found => renamed(found, name))
  }

  /** The files that name it. Errors: RENAME_UNREADABLE, RENAME_PLACES_TOO_MANY. */
  private async concerned(
    documents: Around['documents'],
    named: Named<LocalFile>,
  ): Promise<readonly Found[]> {
    const concerned = await concernedBy(documents, named, known => this.placesIn(documents, known, named))
    if (!concerned) throw new ProtocolError('RENAME_PLACES_TOO_MANY', { max: maxPlaces })
    const { found, unreadable } = concerned
    const { length: count } = unreadable
    if (count === 0) return found
    const names = unreadable.map(file => this.files.nameOf(file))
    throw new ProtocolError('RENAME_UNREADABLE', { count, documents: addressesShown(names, count) })
  }

  private async namedAt(uri: string, position: Position) {
    const file = this.files.fileAt(uri)
    const text = file && (await this.files.textOf(file))
    const around = file && text && (await this.files.around(file))
    const found = around && namedAt(around.documents, around.known, text.getText(), text.offsetAt(position))
    if (!found) throw new ProtocolError('RENAME_NOTHING')
    return { ...around, ...found, text }
  }

  /** As the file is at this moment; null when it, or a part of it that has the name, cannot be read. */
  private async placesIn(
    documents: Around['documents'],
    { document }: Around['known'],
    named: Named<LocalFile>,
  ): Promise<Found | null> {
    const whole = await this.files.wholeTextOf(document).catch(() => null)
    if (!whole) return null
    const { text, version } = whole
    const known = { document, outline: await this.files.outlineOfText(document, text) }
    const places = renamedPlaces(documents, known, text, named)
    return places && { uri: document.uri, text, version, places }
  }
}

interface Found {
  readonly uri: string
  readonly text: string
  readonly version: number | null
  readonly places: readonly Range[]
}

const renamed = ({ uri, text, version, places }: Found, newText: string): RenamedIn => {
  const document = TextDocument.create(uri, '', 0, text)
  const edits = places.map(({ start, end }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText,
  }))
  return { uri, version, edits }
}
