import { type PersonId, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { now } from '../database/ids.ts'
import { Transactions } from '../database/transactions.ts'
import { AccessTokens } from './access-tokens.ts'
import { PersonalTokenRow, SessionRow } from './credential.entities.ts'
import { hashOfSecret } from './secrets.ts'

/** Begins every personal access token, so that leaked ones can be recognised. */
export const personalTokenPrefix = 'ltp_'

export interface Credential {
  id: string
  personId: PersonId
  /** When the credential itself ends; null if it has no end. */
  expiresAt: string | null
}

/** Tells whose a bearer token is, and whether it still counts. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
    private readonly accessTokens: AccessTokens,
  ) {}

  /** Errors: TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED. */
  async of(token: string): Promise<Credential> {
    if (token === '') throw new ProtocolError('TOKEN_MISSING')
    const credential = token.startsWith(personalTokenPrefix)
      ? await this.personalToken(token)
      : await this.session(await this.accessTokens.sessionOf(token))
    if (!credential) throw new ProtocolError('TOKEN_INVALID')
    return credential
  }

  /** False once the session was ended or the personal token revoked or expired. */
  async isLive(credentialId: string): Promise<boolean> {
    if (await this.isSession(credentialId)) return true
    const token = await this.manager.findOneBy(PersonalTokenRow, { id: credentialId })
    return token !== null && token.revokedAt === null && !isPast(token.expiresAt)
  }

  /** Whether the credential is a session that has not ended, rather than a personal token. */
  async isSession(credentialId: string): Promise<boolean> {
    return (await this.session(credentialId)) !== null
  }

  private async session(id: string): Promise<Credential | null> {
    const session = await this.manager.findOneBy(SessionRow, { id })
    return session && session.revokedAt === null ? { id, personId: session.personId, expiresAt: null } : null
  }

  private async personalToken(secret: string): Promise<Credential | null> {
    const token = await this.manager.findOneBy(PersonalTokenRow, { hash: hashOfSecret(secret) })
    if (!token || token.revokedAt !== null) return null
    if (isPast(token.expiresAt)) throw new ProtocolError('TOKEN_EXPIRED')
    await this.noteUse(token)
    return { id: token.id, personId: token.personId, expiresAt: token.expiresAt }
  }

  private async noteUse(token: PersonalTokenRow): Promise<void> {
    const hour = `${now().slice(0, 13)}:00:00.000Z`
    if (token.lastUsedAt === hour) return
    await this.transactions.run(manager =>
      manager.update(PersonalTokenRow, { id: token.id }, { lastUsedAt: hour }),
    )
  }
}

const isPast = (time: string | null): boolean => time !== null && time <= now()
