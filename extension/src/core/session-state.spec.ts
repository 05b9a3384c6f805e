import { ProtocolError } from '@lienthong/protocol'
import { mayComment, mayEdit, pendingOf } from './session-state.ts'

const access = { canEdit: false, canComment: true }
const error = new ProtocolError('RIGHT_MISSING', { action: 'document:read' })

describe('what a session’s state allows', () => {
  it('[E6] keeps the rights of before while offline, and none of a document that is closed', () => {
    expect(mayComment({ kind: 'offline', access, pending: 0, unkept: 0 })).toBe(true)
    expect(mayEdit({ kind: 'offline', access, pending: 0, unkept: 0 })).toBe(false)
    expect(mayComment({ kind: 'refused', error, pending: 0 })).toBe(false)
    expect(mayEdit({ kind: 'joining' })).toBe(false)
  })

  it('[E6] counts what is not stored, also of a document that is closed', () => {
    expect(pendingOf({ kind: 'refused', error, pending: 3 })).toBe(3)
    expect(pendingOf({ kind: 'joining' })).toBe(0)
  })
})
