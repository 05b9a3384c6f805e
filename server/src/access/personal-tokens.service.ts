import {
  type CreatedToken,
  type CreateToken,
  type PersonalToken,
  type PersonId,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, IsNull } from 'typeorm'
import { newId, now } from '../database/ids.ts'
import { Transactions } from '../database/transactions.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { Actor } from '../transport/actor.ts'
import { PersonalTokenRow } from './credential.entities.ts'
import { personalTokenPrefix } from './credentials.service.ts'
import { RevocationsService } from './revocations.service.ts'
import { after, day, hashOfSecret, newSecret } from './secrets.ts'

/** Tokens for the command line and for CI. */
@Injectable()
export class PersonalTokensService {
  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
    private readonly revocations: RevocationsService,
  ) {}

  async list({ personId }: Actor): Promise<PersonalToken[]> {
    const rows = await this.manager.find(PersonalTokenRow, {
      where: { personId, revokedAt: IsNull() },
      order: { id: 'ASC' },
    })
    return rows.map(toToken)
  }

  create({ personId }: Actor, { name, expiresInDays }: CreateToken): Promise<CreatedToken> {
    const expiresAt = expiresInDays === undefined ? null : after(expiresInDays * day)
    return this.transactions.run(manager => this.insert(manager, personId, name, expiresAt))
  }

  /** In the caller's transaction. */
  async insert(
    manager: EntityManager,
    personId: PersonId,
    name: string,
    expiresAt: string | null,
  ): Promise<CreatedToken> {
    const token = newSecret(personalTokenPrefix)
    const row = { id: newId(), personId, name, createdAt: now(), lastUsedAt: null, expiresAt }
    await manager.insert(PersonalTokenRow, { ...row, hash: hashOfSecret(token) })
    await this.ledger.record(manager, { personId }, entry('token:create', personId, row.id))
    return { ...toToken(row), token }
  }

  /** Errors: RECORD_NOT_FOUND. */
  async revoke({ personId }: Actor, id: string): Promise<void> {
    await this.transactions.run(async manager => {
      const mine = { id, personId, revokedAt: IsNull() }
      const { affected } = await manager.update(PersonalTokenRow, mine, { revokedAt: now() })
      if (affected !== 1) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'token', id })
      await this.ledger.record(manager, { personId }, entry('token:revoke', personId, id))
    })
    await this.revocations.apply(personId)
  }
}

const entry = (action: string, personId: PersonId, tokenId: string) => ({
  action,
  subjectKind: 'person',
  subjectId: personId,
  details: { tokenId },
})

const toToken = ({ id, name, createdAt, lastUsedAt, expiresAt }: PersonalToken): PersonalToken => ({
  id,
  name,
  createdAt,
  lastUsedAt,
  expiresAt,
})
