import { type PersonId, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, IsNull, MoreThan } from 'typeorm'
import { now } from '../database/ids.ts'
import { OneTimeSecretRow } from './credential.entities.ts'
import { after, hashOfSecret, newSecret } from './secrets.ts'

type Purpose = OneTimeSecretRow['purpose']

interface Kind {
  purpose: Purpose
  personId?: PersonId
  challenge?: string
  lifetimeMs: number
}

/** Links and codes that work once. Only their hash is stored. */
@Injectable()
export class OneTimeSecrets {
  constructor(private readonly manager: EntityManager) {}

  async issue(manager: EntityManager, { lifetimeMs, ...kind }: Kind): Promise<string> {
    const secret = newSecret('')
    await manager.insert(OneTimeSecretRow, {
      ...kind,
      hash: hashOfSecret(secret),
      expiresAt: after(lifetimeMs),
    })
    return secret
  }

  /** Looks without using it up. Errors: LINK_USED. */
  async peek(secret: string, purposes: Purpose[]): Promise<OneTimeSecretRow> {
    const row = await this.manager.findOneBy(OneTimeSecretRow, unused(secret))
    if (!row || !purposes.includes(row.purpose)) throw new ProtocolError('LINK_USED')
    return row
  }

  /** Uses it up in the caller's transaction: of two that try, one succeeds. Errors: LINK_USED. */
  async use(manager: EntityManager, secret: string, purposes: Purpose[]): Promise<OneTimeSecretRow> {
    const row = await this.peek(secret, purposes)
    const { affected } = await manager.update(OneTimeSecretRow, unused(secret), { usedAt: now() })
    if (affected !== 1) throw new ProtocolError('LINK_USED')
    return row
  }

  /** Those given out before no longer work. */
  async forget(manager: EntityManager, purpose: Purpose): Promise<void> {
    await manager.delete(OneTimeSecretRow, { purpose, usedAt: IsNull() })
  }
}

const unused = (secret: string) => ({
  hash: hashOfSecret(secret),
  usedAt: IsNull(),
  expiresAt: MoreThan(now()),
})
