import { rm } from 'node:fs/promises'
import type { PersonId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { Config } from '../config/config.ts'
import { Transactions } from '../database/transactions.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { demoFile } from './demo-people.service.ts'
import { DemoPersonRow, PersonRow } from './person.entity.ts'
import { RevocationsService } from './revocations.service.ts'
import { SignInLinksService } from './sign-in-links.service.ts'

/** Leaves nothing of an earlier demo that somebody could come in with (rule A11). */
@Injectable()
export class DemoEndService {
  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly links: SignInLinksService,
    private readonly revocations: RevocationsService,
    private readonly ledger: LedgerService,
  ) {}

  /** Deactivates the demo people, ends their sessions and tokens, and removes `demo.json`. */
  async end(): Promise<void> {
    await rm(demoFile(this.config), { force: true })
    const ended = await this.transactions.run(async manager => {
      await this.links.forgetDemo(manager)
      const marks = await manager.find(DemoPersonRow)
      const people = { id: In(marks.map(({ personId }) => personId)), isActive: true }
      const active = await manager.findBy(PersonRow, people)
      for (const { id } of active) await this.deactivate(manager, id)
      for (const { id } of active)
        await this.ledger.record(manager, null, {
          ...{ action: 'person:deactivate', subjectKind: 'person', subjectId: id },
          details: { fields: ['isActive'] },
        })
      return active
    })
    for (const { id } of ended) await this.revocations.apply(id)
  }

  private async deactivate(manager: EntityManager, id: PersonId): Promise<void> {
    await manager.update(PersonRow, { id }, { isActive: false })
    await this.revocations.endSessions(manager, id)
    await this.revocations.endTokens(manager, id)
  }
}
