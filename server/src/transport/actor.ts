import type { OrganisationId, PersonId, Role } from '@lienthong/protocol'

/** Whoever acts: the person behind a valid token, with their rights as they are now. */
export interface Actor {
  personId: PersonId
  displayName: string
  organisationId: OrganisationId | null
  organisationName: string
  grants: readonly { role: Role; organisationId: OrganisationId }[]
  /** The session or personal token that the caller came with. */
  credentialId: string
  /** When that credential ends by itself; null if it does not. */
  credentialExpiresAt: string | null
}
