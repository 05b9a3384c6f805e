import { ProtocolError } from '@lienthong/protocol'
import * as Y from 'yjs'

/** The clock of each Yjs client. Errors: MESSAGE_INVALID. */
export const clocksOf = (stateVector: Uint8Array): Map<number, number> => {
  try {
    return Y.decodeStateVector(stateVector)
  } catch {
    throw new ProtocolError('MESSAGE_INVALID', { detail: 'stateVector: cannot be read' })
  }
}

/** The clocks that are ahead of the document's. */
export const beyond = ({ store }: Y.Doc, clocks: Map<number, number>): Map<number, number> =>
  new Map([...clocks].filter(([clientId, clock]) => clock > Y.getState(store, clientId)))
