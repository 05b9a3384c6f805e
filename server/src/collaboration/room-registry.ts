import { type DocumentId, type DocumentSummary, ProtocolError } from '@lienthong/protocol'
import { Room, type RoomKeeping } from './room.ts'

/** Everything that a room is given, but for what depends on its document. */
export type SharedKeeping = Omit<RoomKeeping, 'load' | 'rowsAfter' | 'compact' | 'ended'>

/** Where documents are read from, and their snapshots left. */
export interface Storage {
  load(documentId: DocumentId): ReturnType<RoomKeeping['load']>
  rowsAfter(documentId: DocumentId, seq: number): ReturnType<RoomKeeping['rowsAfter']>
  compact(documentId: DocumentId): ReturnType<RoomKeeping['compact']>
}

/** The open rooms of this node: at most one per document, however many ask at once (rule S5). */
export class RoomRegistry {
  private readonly rooms = new Map<DocumentId, Room>()

  constructor(
    private readonly storage: Storage,
    private readonly keeping: SharedKeeping,
  ) {}

  get(documentId: DocumentId): Room | undefined {
    return this.rooms.get(documentId)
  }

  get all(): Room[] {
    return [...this.rooms.values()]
  }

  /** A room that can be entered now. Whoever does not enter it calls its `rest`. Errors: DOCUMENT_UNAVAILABLE. */
  async open(document: DocumentSummary): Promise<Room> {
    const room = this.rooms.get(document.id) ?? this.create(document)
    try {
      await room.hold()
    } catch (error) {
      this.keeping.watcher.troubled(room, 'load', error)
      throw new ProtocolError('DOCUMENT_UNAVAILABLE')
    }
    return room
  }

  private create(document: DocumentSummary): Room {
    const { id } = document
    const room = new Room(document, {
      ...this.keeping,
      load: () => this.storage.load(id),
      rowsAfter: seq => this.storage.rowsAfter(id, seq),
      compact: () => this.storage.compact(id),
      ended: () => this.rooms.delete(id),
    })
    this.rooms.set(id, room)
    return room
  }
}
