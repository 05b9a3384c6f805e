import type { CheckRequest, CheckResult } from '../engine/finding.ts'
import type { LinkedDocument, Surroundings } from './linked.ts'

/** What is at an address: a document, nothing, or null where that cannot be known. */
export type AtAddress = Omit<LinkedDocument, 'names'> | 'missing' | null

/** Reads what is at an address. Where it throws, what is there is unknown. */
export type ReadAddress = (address: string) => Promise<AtAddress>

/** As many documents are read for one: who refers to more has to do without the rest. */
const maxAddresses = 50

/** Gathers the documents that one refers to, as its checks say which these are. */
export class Gathering {
  private found: ReadonlyMap<string, AtAddress> = new Map()
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly address: string,
    private readonly read: ReadAddress,
  ) {}

  get surroundings(): Surroundings {
    const documents = new Map<string, LinkedDocument>()
    const missing: string[] = []
    for (const [name, found] of this.found) {
      if (found === 'missing') missing.push(name)
      else if (found) {
        const { names } = documents.get(found.address) ?? { names: [] }
        documents.set(found.address, { ...found, names: [...names, name] })
      }
    }
    return { address: this.address, documents: [...documents.values()], missing }
  }

  /** Whether the document refers to any. */
  get isNeeded(): boolean {
    return this.found.size > 0
  }

  /** Whether what is, or was, at an address is one of these. */
  has(address: string): boolean {
    return (
      this.found.has(address) || this.surroundings.documents.some(document => document.address === address)
    )
  }

  /** Reads what is wanted and not known yet, and forgets what is not wanted any more. Answers whether there is more to give than before. */
  take(wanted: readonly string[]): Promise<boolean> {
    return this.inTurn(() => this.takeNow(wanted))
  }

  /** Reads everything anew. Answers whether anything is other than before. */
  renew(): Promise<boolean> {
    return this.inTurn(() => this.renewNow())
  }

  private async takeNow(wanted: readonly string[]): Promise<boolean> {
    const before = this.found
    const now = new Map<string, AtAddress>()
    let isMore = false
    for (const address of wanted.slice(0, maxAddresses)) {
      const known = before.get(address)
      const found = known === undefined ? await this.look(address) : known
      now.set(address, found)
      isMore ||= known === undefined && found !== null
    }
    this.found = now
    return isMore
  }

  private async renewNow(): Promise<boolean> {
    const now = new Map<string, AtAddress>()
    for (const address of this.found.keys()) now.set(address, await this.look(address))
    const isOther = [...this.found].some(
      ([address, found]) => gistOf(found) !== gistOf(now.get(address) ?? null),
    )
    this.found = now
    return isOther
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(run)
    this.turn = turn.catch(() => undefined)
    return turn
  }

  private look(address: string): Promise<AtAddress> {
    return this.read(address).catch(() => null)
  }
}

const gistOf = (found: AtAddress): string =>
  found === null || found === 'missing' ? `${found}` : `${found.address} ${found.revision}`

/** Checks a document once, with everything that it refers to. */
export const checkOnceWith = async (
  check: (request: CheckRequest) => Promise<CheckResult>,
  request: CheckRequest,
  gathering: Gathering | null,
): Promise<CheckResult> => {
  const units = new Map<string, CheckResult['units'][number]>()
  for (let round = 0; ; round++) {
    const revision = request.revision + round
    const result = await check({ ...request, revision, surroundings: gathering?.surroundings ?? null })
    for (const unit of result.units) units.set(unit.unit, unit)
    const isMore = round < maxAddresses && (await gathering?.take(result.wanted))
    if (!isMore) return { ...result, units: [...units.values()] }
  }
}
