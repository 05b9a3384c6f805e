import { ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** A person mistypes a few times; a machine that guesses is stopped after the same few. */
const failuresPerAccount = { points: 8, duration: 300 }
/** A ministry may sit behind one address: many people's mistakes, but not a dictionary. */
const failuresPerAddress = { points: 100, duration: 300 }

/** Slows guessing down, per account and per network address. Attempts that succeed do not count. */
@Injectable()
export class RateLimits {
  private readonly perAccount = new RateLimiterMemory(failuresPerAccount)
  private readonly perAddress = new RateLimiterMemory(failuresPerAddress)

  /** Errors: RATE_LIMITED, and whatever `attempt` throws. */
  async guard<T>(address: string, account: string | null, attempt: () => Promise<T>): Promise<T> {
    const accountKey = account === null ? null : `${account}|${address}`
    await allowed(this.perAddress.consume(address))
    if (accountKey !== null) await allowed(this.perAccount.consume(accountKey))
    const result = await attempt()
    await this.perAddress.reward(address)
    if (accountKey !== null) await this.perAccount.delete(accountKey)
    return result
  }
}

const allowed = async (consumed: Promise<unknown>): Promise<void> => {
  try {
    await consumed
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw new ProtocolError('RATE_LIMITED', { seconds: Math.ceil(refusal.msBeforeNext / 1000) })
  }
}
