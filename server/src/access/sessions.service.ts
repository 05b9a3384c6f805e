import { type PersonId, ProtocolError, type SignedIn, type SignIn } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, IsNull } from 'typeorm'
import { newId, now } from '../database/ids.ts'
import { Transactions } from '../database/transactions.ts'
import type { Actor } from '../transport/actor.ts'
import { AccessTokens } from './access-tokens.ts'
import { RefreshTokenRow, SessionRow } from './credential.entities.ts'
import { isPassword } from './passwords.ts'
import { PeopleService } from './people.service.ts'
import { PersonRow } from './person.entity.ts'
import { RevocationsService } from './revocations.service.ts'
import { after, day, hashOfSecret, newSecret } from './secrets.ts'

/** A person who was away on holiday still comes back signed in. */
const refreshLifetimeMs = 30 * day

/** The account that a typed name means. */
export const accountOf = (username: string): string => username.trim().toLowerCase()

/** Opens, refreshes and ends sessions. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
    private readonly accessTokens: AccessTokens,
    private readonly people: PeopleService,
    private readonly revocations: RevocationsService,
  ) {}

  /** Errors: CREDENTIALS_WRONG. */
  async signIn({ username, password }: SignIn): Promise<SignedIn> {
    const person = await this.manager.findOneBy(PersonRow, { username: accountOf(username) })
    const isRight = await isPassword(password, person?.passwordHash ?? null)
    if (!person?.isActive || !isRight) throw new ProtocolError('CREDENTIALS_WRONG')
    return this.open(person.id)
  }

  /** A new session of a person whose identity was proven. */
  async open(personId: PersonId): Promise<SignedIn> {
    const id = newId()
    const refresh = await this.transactions.run(async manager => {
      await manager.insert(SessionRow, { id, personId, createdAt: now() })
      return issueRefreshToken(manager, id)
    })
    return this.signedIn(id, personId, refresh)
  }

  /** The old token stops working. If it comes a second time somebody has stolen one of the two, so the session ends. Errors: TOKEN_INVALID, TOKEN_EXPIRED. */
  async refresh(refreshToken: string): Promise<SignedIn> {
    const hash = hashOfSecret(refreshToken)
    const token = await this.manager.findOneBy(RefreshTokenRow, { hash })
    const session = token && (await this.manager.findOneBy(SessionRow, { id: token.sessionId }))
    if (!session || session.revokedAt !== null) throw new ProtocolError('TOKEN_INVALID')
    if (token.expiresAt <= now()) throw new ProtocolError('TOKEN_EXPIRED')
    if (!(await this.manager.existsBy(PersonRow, { id: session.personId, isActive: true })))
      throw new ProtocolError('TOKEN_INVALID')
    const next = await this.transactions.run(async manager => {
      const { affected } = await manager.update(
        RefreshTokenRow,
        { hash, usedAt: IsNull() },
        { usedAt: now() },
      )
      return affected === 1 ? issueRefreshToken(manager, session.id) : null
    })
    if (next) return this.signedIn(session.id, session.personId, next)
    await this.end(session)
    throw new ProtocolError('TOKEN_INVALID')
  }

  /** Ends the actor's session, also where it is open elsewhere. Errors: RECORD_NOT_FOUND for a personal token. */
  async signOut({ personId, credentialId }: Actor): Promise<void> {
    const session = await this.manager.findOneBy(SessionRow, { id: credentialId, personId })
    if (!session) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'session', id: 'current' })
    await this.end(session)
  }

  private async end({ id, personId }: SessionRow): Promise<void> {
    await this.transactions.run(manager => manager.update(SessionRow, { id }, { revokedAt: now() }))
    await this.revocations.apply(personId)
  }

  private async signedIn(sessionId: string, personId: PersonId, refresh: Refresh): Promise<SignedIn> {
    const access = await this.accessTokens.issue(sessionId)
    return { ...access, ...refresh, me: await this.people.me({ personId }) }
  }
}

type Refresh = Pick<SignedIn, 'refreshToken' | 'refreshTokenExpiresAt'>

const issueRefreshToken = async (manager: EntityManager, sessionId: string): Promise<Refresh> => {
  const refreshToken = newSecret('ltr_')
  const refreshTokenExpiresAt = after(refreshLifetimeMs)
  await manager.insert(RefreshTokenRow, {
    hash: hashOfSecret(refreshToken),
    sessionId,
    expiresAt: refreshTokenExpiresAt,
  })
  return { refreshToken, refreshTokenExpiresAt }
}
