import type { RuleSummary } from '@lienthong/plugin-engine'
import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import type { IdleRule } from '../inputs/idle.ts'
import type { SourceFile } from './files.ts'
import type { severities } from './severity.ts'

/** A file and what was found in it, in document order. */
export interface CheckedFile {
  readonly file: SourceFile
  readonly findings: readonly PlacedFinding[]
}

/** What a check found, in an order that depends on nothing but paths and texts. */
export interface CheckReport {
  readonly files: readonly CheckedFile[]
  /** Every rule that was at hand, by `plugin/rule`. */
  readonly rules: ReadonlyMap<string, RuleSummary>
  /** Rules that could have said something, but did not run because an input is missing. */
  readonly idle: readonly IdleRule[]
  /** The least severity that fails the check. */
  readonly failOn: (typeof severities)[number]
}
