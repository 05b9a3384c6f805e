import { type Gathering, type Proposed, RunnerError } from '@lienthong/plugin-engine'
import type { Checked, CheckedDocument, PlacedFinding } from '@lienthong/plugin-engine/testing'
import type { LocalText } from '@lienthong/protocol'
import { Failure } from '../failure.ts'
import type { SourceFile } from './files.ts'

/** A file under a configuration's plugins. */
export class OpenFile {
  constructor(
    private readonly document: CheckedDocument,
    private readonly format: SourceFile['format'],
    private readonly beside: () => Omit<Checked, 'format' | 'text'>,
  ) {}

  /** Findings in document order. Errors: CHECKER_GONE. */
  check(text: string, gathering: Gathering): Promise<PlacedFinding[]> {
    const { format } = this
    return this.document.check({ ...this.beside(), format, text }, gathering).catch(rethrow)
  }

  /** What plugins say of a place; nothing before the first check, or when they cannot be asked, which the next check says. */
  explain(text: string, offset: number): Promise<LocalText[]> {
    return this.document.explain({ format: this.format, text, offset }).catch(nothing)
  }

  /** What plugins propose for a place; nothing when they cannot be asked. */
  propose(text: string, offset: number, isAskedFor: boolean): Promise<Proposed[]> {
    return this.document.propose({ format: this.format, text, offset, isAskedFor }).catch(nothing)
  }

  /** A runner that has ended has forgotten it already. */
  async close(): Promise<void> {
    await this.document.close().catch(nothing)
  }
}

const rethrow = (error: unknown): never => {
  throw failureOf(error)
}

/** As people are told. */
export const failureOf = (error: unknown): unknown =>
  error instanceof RunnerError ? new Failure('CHECKER_GONE', { reason: error.message }) : error

const nothing = (error: unknown): [] => {
  if (error instanceof RunnerError) return []
  throw error
}
