import type { PersonId, SessionId } from '@lienthong/protocol'
import type { Session } from '../../src/collaboration/session.ts'

/** An editor's session without a socket, named like its person. */
export const sessionOf = (name: string, clientId = name.length): Session => ({
  id: name as SessionId,
  socketId: name,
  actor: {
    personId: name as PersonId,
    displayName: name,
    organisationId: null,
    organisationName: '',
    grants: [],
    credentialId: '',
    credentialExpiresAt: null,
  },
  color: 0,
  clientId,
  ahead: new Map(),
  behind: null,
  access: { canEdit: true, canComment: true },
  selections: [],
  isAway: false,
})
