import { createHash, timingSafeEqual } from 'node:crypto'
import { type ExchangeSignInCode, type PersonId, ProtocolError, type SignedIn } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { Transactions } from '../database/transactions.ts'
import { OneTimeSecrets } from './one-time-secrets.ts'
import { minute } from './secrets.ts'
import { SessionsService } from './sessions.service.ts'

/** Hands a browser's sign-in over to an editor on the same machine (PKCE, RFC 7636 with S256). */
@Injectable()
export class SignInCodesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly oneTimeSecrets: OneTimeSecrets,
    private readonly sessions: SessionsService,
  ) {}

  create(personId: PersonId, challenge: string): Promise<string> {
    return this.transactions.run(manager =>
      this.oneTimeSecrets.issue(manager, { purpose: 'editor', personId, challenge, lifetimeMs: minute }),
    )
  }

  /** A wrong verifier uses the code up too. Errors: LINK_USED, CREDENTIALS_WRONG. */
  async exchange({ code, verifier }: ExchangeSignInCode): Promise<SignedIn> {
    const { personId, challenge } = await this.transactions.run(manager =>
      this.oneTimeSecrets.use(manager, code, ['editor']),
    )
    if (personId === null || !matches(verifier, challenge)) throw new ProtocolError('CREDENTIALS_WRONG')
    return this.sessions.open(personId)
  }
}

const matches = (verifier: string, challenge: string | null): boolean => {
  const expected = Buffer.from(challenge ?? '')
  const actual = Buffer.from(createHash('sha256').update(verifier).digest('base64url'))
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}
