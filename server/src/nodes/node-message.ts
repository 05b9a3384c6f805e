import type { DocumentId, Participant, PersonId, SessionId, Thread } from '@lienthong/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** A running server, as the others know it. A new one at each start. */
export type NodeId = string

/**
 * What nodes tell each other. Any of it may be lost: the database is the truth, and whoever hears nothing reads it there.
 * `stored`: rows up to these numbers are in the log. `present`: who has changed and left in a document; `people`: everybody at a node.
 * `leases`: whose the Yjs clients in a document are, since when.
 * `waivers`: those of a document have changed. `version`: one of a document was published.
 * `rules`: which rules run how has changed somewhere. `inputs`: so has what rules look up. `plugin`: so has what runs of one.
 * `who`: tell me who is in this document, or everywhere (null). `rights`: somebody's rights have changed, or everybody's (null).
 */
export type NodeMessage =
  | { kind: 'here' }
  | { kind: 'leaving' }
  | { kind: 'stored'; heads: [DocumentId, number][] }
  | { kind: 'present'; documentId: DocumentId; present: Participant[]; left: SessionId[] }
  | { kind: 'leases'; documentId: DocumentId; leases: [clientId: number, owner: PersonId, since: number][] }
  | { kind: 'people'; rooms: [DocumentId, Participant[]][] }
  | { kind: 'who'; documentId: DocumentId | null }
  | { kind: 'thread'; thread: Thread }
  | { kind: 'waivers'; documentId: DocumentId }
  | { kind: 'version'; documentId: DocumentId }
  | { kind: 'rules' }
  | { kind: 'inputs' }
  | { kind: 'plugin'; id: string }
  | { kind: 'rights'; personId: PersonId | null }

/** A message with its sender. */
export interface Envelope {
  from: NodeId
  message: NodeMessage
}

export const encodeEnvelope = ({ from, message }: Envelope): Buffer => {
  const out = encoding.createEncoder()
  encoding.writeVarString(out, from)
  encoding.writeAny(out, { ...message })
  return Buffer.from(encoding.toUint8Array(out))
}

/** Only our own nodes write to the channel. Throws on anything else. */
export const decodeEnvelope = (bytes: Uint8Array): Envelope => {
  const input = decoding.createDecoder(bytes)
  return { from: decoding.readVarString(input), message: decoding.readAny(input) }
}
