import type { LinkedDocument, Surroundings } from './linked.ts'

/** What is at an address: a document, nothing, or null where that cannot be known. */
export type AtAddress = Omit<LinkedDocument, 'names'> | 'missing' | null

/** Reads what is at an address. Where it throws, what was there before counts. */
export type ReadAddress = (address: string) => Promise<AtAddress>

/** Characters of all documents that are read for one: reading them takes the checker's time and memory. */
const maxCharacters = 2_000_000

type Found = ReadonlyMap<string, AtAddress>

/** Gathers the documents that one refers to, as its checks say which these are. */
export class Gathering {
  private found: Found = new Map()
  private wanted: readonly string[] = []
  /** What is known may be other than it was. */
  private isBehind = false
  private running: Promise<unknown> = Promise.resolve()
  private waiting: Promise<boolean> | null = null
  private open = 0

  constructor(
    private readonly address: string,
    private readonly read: ReadAddress,
  ) {}

  get surroundings(): Surroundings {
    const documents = new Map<string, LinkedDocument>()
    const [missing, unknown]: [string[], string[]] = [[], []]
    for (const [name, found] of this.found) {
      if (found === null) unknown.push(name)
      else if (found === 'missing') missing.push(name)
      else documents.set(found.address, { ...found, names: [...namesIn(documents, found.address), name] })
    }
    return { address: this.address, documents: [...documents.values()], missing, unknown }
  }

  /** Whether what is, or was, at an address concerns the document, as any may while it is being read. */
  has(address: string): boolean {
    if (this.open > 0 || this.found.has(address)) return true
    return [...this.found.values()].some(found => found !== 'missing' && found?.address === address)
  }

  /** Whether the document refers to any. */
  get isNeeded(): boolean {
    return this.open > 0 || this.found.size > 0
  }

  /** Reads what is wanted and not known yet, and forgets what is not wanted any more. Answers whether anything is other than before. */
  take(wanted: readonly string[]): Promise<boolean> {
    this.wanted = wanted
    const isKnown = wanted.length === this.found.size && wanted.every(address => this.found.has(address))
    return isKnown && this.open === 0 ? Promise.resolve(false) : this.gather()
  }

  /** Reads everything anew. Answers whether anything is other than before. */
  renew(): Promise<boolean> {
    this.isBehind = true
    return this.gather()
  }

  /** One that has not begun yet does it for all who ask meanwhile. */
  private gather(): Promise<boolean> {
    this.waiting ??= this.next()
    return this.waiting
  }

  private next(): Promise<boolean> {
    this.open++
    const gathering = this.running.then(() => this.gatherNow()).finally(() => this.open--)
    this.running = gathering.catch(() => undefined)
    return gathering
  }

  private async gatherNow(): Promise<boolean> {
    this.waiting = null
    const { wanted, isBehind, found: before } = this
    this.isBehind = false
    const now = new Map<string, AtAddress>()
    let left = maxCharacters
    for (const address of wanted) {
      const known = before.get(address)
      const found = known === undefined || isBehind ? await this.read(address).catch(() => known) : known
      // What could not be read is asked for again.
      if (found === undefined) continue
      if (found !== null && found !== 'missing') left -= found.text.length
      now.set(address, left < 0 && found !== 'missing' ? null : found)
    }
    this.found = now
    return (
      now.size !== before.size ||
      [...now].some(([address, found]) => gistOf(found) !== gistOf(before.get(address)))
    )
  }
}

const namesIn = (documents: ReadonlyMap<string, LinkedDocument>, address: string): readonly string[] =>
  documents.get(address)?.names ?? []

const gistOf = (found: AtAddress | undefined): string =>
  typeof found === 'object' && found !== null ? `${found.address} ${found.revision}` : `${found}`
