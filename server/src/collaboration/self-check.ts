import { createHash } from 'node:crypto'
import type { AnswerOf, CheckDocument } from '@lienthong/protocol'
import { Logger } from '@nestjs/common'
import * as Y from 'yjs'
import type { Room } from './room.ts'
import type { Session } from './session.ts'

/** State vectors do not show deletions: one that was sent on just now may be on its way to who asks. */
const settledAfterMs = 2000

type Verdict = AnswerOf<typeof CheckDocument>['verdict']

/** Compares what clients show with what the server has (rule S14). */
export class SelfCheck {
  private readonly logger = new Logger('SelfCheck')
  private readonly hashes = new WeakMap<Room, { changedAt: number; hash: Buffer }>()
  private mismatches = 0

  compare(room: Room, session: Session, stateVector: Uint8Array, textHash: Uint8Array): Verdict {
    const { content, documentId } = room
    const isSettled = content.queuedBytes === 0 && performance.now() - content.changedAt > settledAfterMs
    if (!isSettled || !Buffer.from(stateVector).equals(Y.encodeStateVector(room.doc))) return 'elsewhere'
    if (this.hashOf(room).equals(textHash)) return 'same'
    this.mismatches++
    const { mismatches: count } = this
    this.logger.warn({ msg: 'a client shows another text', documentId, sessionId: session.id, count })
    return 'different'
  }

  private hashOf(room: Room): Buffer {
    const { changedAt } = room.content
    const known = this.hashes.get(room)
    if (known?.changedAt === changedAt) return known.hash
    const hash = createHash('sha256').update(room.text.toString(), 'utf8').digest()
    this.hashes.set(room, { changedAt, hash })
    return hash
  }
}
