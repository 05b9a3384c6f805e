import type { PersonId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, IsNull } from 'typeorm'
import { now } from '../database/ids.ts'
import { OpenSockets } from '../transport/open-sockets.ts'
import { AccessService } from './access.service.ts'
import { PersonalTokenRow, SessionRow } from './credential.entities.ts'
import { CredentialsService } from './credentials.service.ts'

/** Makes a changed right felt on connections that are open already (rule A6). */
@Injectable()
export class RevocationsService {
  constructor(
    private readonly access: AccessService,
    private readonly credentials: CredentialsService,
    private readonly openSockets: OpenSockets,
  ) {}

  /** Call after the change is committed: closes what no longer counts and gives the rest its new rights. */
  async apply(personId: PersonId): Promise<void> {
    this.openSockets.noteChange(personId)
    await this.refresh(personId)
  }

  /** The tree itself changed, and with it what every grant covers. */
  async applyToAll(): Promise<void> {
    this.openSockets.noteChange(null)
    for (const personId of this.openSockets.people) await this.refresh(personId)
  }

  /** In the caller's transaction; follow it with `apply`. */
  async endSessions(manager: EntityManager, personId: PersonId): Promise<void> {
    await manager.update(SessionRow, { personId, revokedAt: IsNull() }, { revokedAt: now() })
  }

  /** In the caller's transaction; follow it with `apply`. */
  async endTokens(manager: EntityManager, personId: PersonId): Promise<void> {
    await manager.update(PersonalTokenRow, { personId, revokedAt: IsNull() }, { revokedAt: now() })
  }

  private async refresh(personId: PersonId): Promise<void> {
    for (const socket of this.openSockets.of(personId)) {
      const { credentialId, credentialExpiresAt } = socket.data.actor
      const isLive = await this.credentials.isLive(credentialId)
      const credential = {
        id: credentialId,
        personId: socket.data.actor.personId,
        expiresAt: credentialExpiresAt,
      }
      const actor = isLive ? await this.access.actorBehind(credential) : null
      if (actor) await this.openSockets.change(socket, actor)
      else this.openSockets.close(socket)
    }
  }
}
