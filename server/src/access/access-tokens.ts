import { randomBytes } from 'node:crypto'
import { ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { errors, jwtVerify, SignJWT } from 'jose'
import { EntityManager } from 'typeorm'
import { Transactions } from '../database/transactions.ts'
import { ServerKeyRow } from './credential.entities.ts'
import { after, minute } from './secrets.ts'

/** Short enough that a leaked one is soon worthless; longer would only save refreshes. */
const lifetimeMs = 10 * minute
const keyName = 'access-tokens'
const algorithm = 'HS256'

/** Signs and checks the short access tokens. The key is made once and kept in the database, so that every node has it. */
@Injectable()
export class AccessTokens {
  private key: Promise<Uint8Array> | null = null

  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
  ) {}

  async issue(sessionId: string): Promise<{ accessToken: string; accessTokenExpiresAt: string }> {
    const accessTokenExpiresAt = after(lifetimeMs)
    const accessToken = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: algorithm })
      .setExpirationTime(new Date(accessTokenExpiresAt))
      .sign(await this.loadedKey())
    return { accessToken, accessTokenExpiresAt }
  }

  /** The session that the token belongs to. Errors: TOKEN_EXPIRED, TOKEN_INVALID. */
  async sessionOf(token: string): Promise<string> {
    try {
      const { payload } = await jwtVerify(token, await this.loadedKey(), { algorithms: [algorithm] })
      if (typeof payload.sid === 'string') return payload.sid
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new ProtocolError('TOKEN_EXPIRED')
      if (!(error instanceof errors.JOSEError)) throw error
    }
    throw new ProtocolError('TOKEN_INVALID')
  }

  private loadedKey(): Promise<Uint8Array> {
    this.key ??= this.loadKey().catch((error: unknown) => {
      this.key = null
      throw error
    })
    return this.key
  }

  private async loadKey(): Promise<Uint8Array> {
    const stored = await this.manager.findOneBy(ServerKeyRow, { name: keyName })
    if (stored) return Buffer.from(stored.value, 'base64url')
    await this.transactions.run(manager =>
      manager
        .createQueryBuilder()
        .insert()
        .into(ServerKeyRow)
        .values({ name: keyName, value: randomBytes(32).toString('base64url') })
        .orIgnore()
        .execute(),
    )
    const { value } = await this.manager.findOneByOrFail(ServerKeyRow, { name: keyName })
    return Buffer.from(value, 'base64url')
  }
}
