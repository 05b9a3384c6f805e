import { FileRefused, formatOfFile, ProtocolError } from '@lienthong/protocol'
import {
  type Comparison,
  followDocument,
  linkFile,
  patiently,
  refuseTooLarge,
  type ServerConnection,
} from '@lienthong/protocol/client'
import type { EditorBindings } from '../../editor-bindings.ts'
import { type OpenDocuments, uriOf } from '../../open-documents.ts'
import { refuseReader } from '../../show-to-write.ts'
import { bringIn } from '../bring-in.ts'
import type { FolderExchange } from './linked-folder.ts'

/** What became of a file; `conflict`: meanwhile others wrote where it was changed. */
export type Taken = { comparison: Comparison; outcome: 'taken' | 'same' | 'conflict' }

type Changed = Extract<Comparison, { state: 'changed-here' }>
type New = Extract<Comparison, { state: 'new-here' }>

/** Brings files into their documents, each as one edit of this person, and notes in the folder what both have. */
export class TakeOver {
  constructor(
    private readonly exchange: FolderExchange,
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
    private readonly connection: ServerConnection | undefined,
  ) {}

  /** Errors: DOCUMENT_NOT_JOINED for another account or document by then, RIGHT_MISSING, UPDATE_TOO_LARGE, and those of a new document. */
  async take(comparison: Comparison): Promise<Taken | undefined> {
    switch (comparison.state) {
      case 'same':
        await linkFile(this.exchange, comparison.file, comparison.server.document)
        return { comparison, outcome: 'same' }
      case 'changed-here':
        return { comparison, outcome: (await this.bringIn(comparison)) ? 'taken' : 'conflict' }
      case 'new-here':
        await this.create(comparison)
        return { comparison, outcome: 'taken' }
      default:
        return undefined
    }
  }

  /** Done once the server has it on its disk. False when others wrote in the same places. */
  private async bringIn({ file, server }: Changed): Promise<boolean> {
    refuseTooLarge(server.text, file.text)
    const document = await this.documents.open(uriOf(server.document))
    const { session, connection, summary } = document
    if (summary.id !== server.document.id || connection !== this.connection)
      throw new ProtocolError('DOCUMENT_NOT_JOINED')
    refuseReader(document)
    if (!bringIn(session, this.bindings.of(document), server.text, file.text)) return false
    await patiently(connection, session, session.whenStored())
    await followDocument(this.exchange, file, server.document)
    return true
  }

  private async create({ file, path }: New): Promise<void> {
    const format = formatOfFile(path)
    if (!format) throw new FileRefused('DOCUMENT_INVALID', { file: file.name })
    const document = await this.exchange.documents.create({ path, title: path, format, text: file.text })
    await linkFile(this.exchange, file, document)
  }
}
