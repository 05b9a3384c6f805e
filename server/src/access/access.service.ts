import { type Action, actionsOf, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import type { Actor } from '../transport/actor.ts'
import type { Authenticator } from '../transport/authenticator.ts'
import { type Credential, CredentialsService } from './credentials.service.ts'
import { PersonRow, RoleGrantRow } from './person.entity.ts'

/** Who somebody is and what they may do where. Default deny: only a grant gives a right. */
@Injectable()
export class AccessService implements Authenticator {
  constructor(
    private readonly manager: EntityManager,
    private readonly credentials: CredentialsService,
    private readonly tree: OrganisationTreeService,
  ) {}

  /** Errors: TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED. */
  async authenticate(token: string): Promise<Actor> {
    const actor = await this.actorBehind(await this.credentials.of(token))
    if (!actor) throw new ProtocolError('TOKEN_INVALID')
    return actor
  }

  /** Whether the actor came signed in; false for a personal token. */
  hasSession({ credentialId }: Pick<Actor, 'credentialId'>): Promise<boolean> {
    return this.credentials.isSession(credentialId)
  }

  /** The person with their rights as they are now; null when the person is not active. */
  async actorBehind({ id, personId, expiresAt }: Credential): Promise<Actor | null> {
    const person = await this.manager.findOneBy(PersonRow, { id: personId, isActive: true })
    if (!person) return null
    const { displayName, organisationId } = person
    const grants = await this.manager.findBy(RoleGrantRow, { personId })
    return {
      personId,
      displayName,
      organisationId,
      organisationName: organisationId ? await this.tree.nameOf(organisationId) : '',
      grants: grants.map(grant => ({ role: grant.role, organisationId: grant.organisationId })),
      credentialId: id,
      credentialExpiresAt: expiresAt,
    }
  }

  /** Whether the actor has the action on the organisation; null means nationwide, that is, on the root. */
  async can(actor: Actor, action: Action, organisationId: string | null): Promise<boolean> {
    const scope = organisationId ?? (await this.tree.rootId())
    for (const grant of actor.grants) {
      if (!actionsOf[grant.role].includes(action)) continue
      if (await this.tree.isWithin(scope, grant.organisationId)) return true
    }
    return false
  }

  /** Errors: RIGHT_MISSING. */
  async require(actor: Actor, action: Action, organisationId: string | null): Promise<void> {
    if (!(await this.can(actor, action, organisationId))) throw new ProtocolError('RIGHT_MISSING', { action })
  }

  /** Whether some grant of the actor allows the action anywhere. */
  canSomewhere(actor: Actor, action: Action): boolean {
    return this.actionsOf(actor).includes(action)
  }

  /** Every action that some grant of the actor allows somewhere. */
  actionsOf({ grants }: Pick<Actor, 'grants'>): Action[] {
    return [...new Set(grants.flatMap(({ role }) => actionsOf[role]))]
  }
}
