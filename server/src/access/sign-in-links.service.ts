import {
  type PersonId,
  ProtocolError,
  type SignedIn,
  type SignInLink,
  type UseSignInLink,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../database/transactions.ts'
import { FirstAdministrator } from './first-administrator.ts'
import { OneTimeSecrets } from './one-time-secrets.ts'
import { PeopleService } from './people.service.ts'
import { day } from './secrets.ts'
import { SessionsService } from './sessions.service.ts'

const purposes: ('first-administrator' | 'demo')[] = ['first-administrator', 'demo']

/** One-time links that the server prints for whoever started it. */
@Injectable()
export class SignInLinksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly oneTimeSecrets: OneTimeSecrets,
    private readonly sessions: SessionsService,
    private readonly people: PeopleService,
    private readonly firstAdministrator: FirstAdministrator,
  ) {}

  /** A fresh link for the first administrator, or null once there is one. Links given out before stop working. */
  async forFirstAdministrator(): Promise<string | null> {
    return this.transactions.run(async manager => {
      if (await this.people.hasAdministrator(manager)) return null
      await this.oneTimeSecrets.forget(manager, 'first-administrator')
      return this.oneTimeSecrets.issue(manager, { purpose: 'first-administrator', lifetimeMs: 7 * day })
    })
  }

  /** In the caller's transaction. */
  forDemo(manager: EntityManager, personId: PersonId): Promise<string> {
    return this.oneTimeSecrets.issue(manager, { purpose: 'demo', personId, lifetimeMs: 7 * day })
  }

  /** In the caller's transaction: demo links given out before no longer work. */
  forgetDemo(manager: EntityManager): Promise<void> {
    return this.oneTimeSecrets.forget(manager, 'demo')
  }

  /** Errors: LINK_USED. */
  async describe(secret: string): Promise<SignInLink> {
    const { purpose, personId } = await this.oneTimeSecrets.peek(secret, purposes)
    const displayName = personId === null ? null : (await this.people.read(personId)).displayName
    return { purpose: purpose === 'demo' ? 'demo' : 'first-administrator', displayName }
  }

  /** Errors: LINK_USED, MESSAGE_INVALID, PASSWORD_WEAK, USERNAME_TAKEN; the link stays good after those but the first. */
  async use(secret: string, details: UseSignInLink): Promise<SignedIn> {
    const { personId } = await this.oneTimeSecrets.peek(secret, purposes)
    const account = personId === null ? await this.firstAdministrator.prepare(details) : null
    const owner = await this.transactions.run(async manager => {
      await this.oneTimeSecrets.use(manager, secret, purposes)
      return account ? this.firstAdministrator.create(manager, account) : personId
    })
    if (owner === null) throw new ProtocolError('LINK_USED')
    return this.sessions.open(owner)
  }
}
