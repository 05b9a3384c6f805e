import type { DocumentId } from '@lienthong/protocol'
import { until } from '../until.ts'
import { afterwards } from './afterwards.ts'
import { marksIn, Typist } from './typist.ts'

interface CrowdOptions {
  /** One address for each typist: that of the node it connects to. */
  urls: readonly string[]
  token: string
  documentId: DocumentId
  random: () => number
}

/** Several people typing into one document. They leave after the file's tests at the latest. */
export class Crowd {
  readonly typists: readonly Typist[]

  private constructor({ urls, token, documentId, random }: CrowdOptions) {
    this.typists = urls.map((url, name) => new Typist(url, token, documentId, name, random))
  }

  /** Resolves when everybody has the document open. */
  static async gather(options: CrowdOptions): Promise<Crowd> {
    const crowd = new Crowd(options)
    afterwards(() => crowd.end())
    await Promise.all(crowd.typists.map(({ session }) => session.ready))
    return crowd
  }

  start(editsPerSecond: number): void {
    for (const typist of this.typists) typist.start(editsPerSecond)
  }

  stop(): void {
    for (const typist of this.typists) typist.stop()
  }

  end(): void {
    for (const typist of this.typists) typist.end()
  }

  /** Everybody is online and is told what others type. */
  async allLive(): Promise<void> {
    const isLive = ({ session }: Typist) => session.state.kind === 'live'
    await until('everybody to be back', () => this.typists.every(isLive), { withinMs: 30_000 })
  }

  /** Every mark that is acknowledged by now. */
  get acknowledged(): string[] {
    return this.typists.flatMap(({ acknowledged }) => [...acknowledged])
  }

  /** Which of the acknowledged marks this text lacks. Whoever types on says which were acknowledged before the text was read. */
  lostFrom(text: string, acknowledged = this.acknowledged): string[] {
    const there = marksIn(text)
    return acknowledged.filter(mark => !there.has(mark))
  }

  /** Which typed marks this text does not hold exactly once. */
  notOnceIn(text: string): string[] {
    const counts = marksIn(text)
    return this.typists.flatMap(({ typed }) => typed.filter(mark => counts.get(mark) !== 1))
  }

  /** Nobody types any more: resolves with everybody's text when all is stored and everybody has the same. */
  async agreed(): Promise<string> {
    this.stop()
    await Promise.all(this.typists.map(({ session }) => session.whenStored()))
    const texts = () => new Set(this.typists.map(({ session }) => session.text.toString()))
    await until('everybody to have the same text', () => texts().size === 1)
    return [...texts()].join()
  }
}
