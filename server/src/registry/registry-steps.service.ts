import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isPostgres } from '../database/columns.ts'
import { Transactions } from '../database/transactions.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { Actor } from '../transport/actor.ts'

/** What is done to a plugin. Reasons and notes stay out of the details: people write names into them. */
export interface Step {
  readonly action: `plugin:${string}`
  readonly id: string
  readonly details: Record<string, unknown>
}

/** Any number that no other application on the same PostgreSQL database takes. */
const registryLock = 4_180_003

/** Every write of the registry: with its ledger entry, or not at all. */
@Injectable()
export class RegistrySteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
  ) {}

  /** Steps follow each other, so that `write` sees what the one before has done. It answers whether it changed anything: only then there is an entry. */
  take(
    actor: Actor | null,
    { id, ...step }: Step,
    write: (manager: EntityManager) => Promise<boolean>,
  ): Promise<void> {
    return this.transactions.run(async manager => {
      // SQLite has one writer at a time anyway.
      if (isPostgres(manager.connection))
        await manager.query('SELECT pg_advisory_xact_lock($1)', [registryLock])
      if (await write(manager))
        await this.ledger.record(manager, actor, { ...step, subjectKind: 'plugin', subjectId: id })
    })
  }
}
