import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import type { SourceFile } from '../../check/files.ts'
import type { IdleRule } from '../../inputs/idle.ts'
import type { Refusal } from '../../words/speech.ts'

/** One run of the plugin on one state of the document. */
export interface Round {
  readonly plugin: { readonly id: string; readonly version: string }
  readonly file: SourceFile
  readonly findings: readonly PlacedFinding[]
  readonly idle: readonly IdleRule[]
}

/** Tells the author what comes of each round. */
export interface RoundReport {
  watching(folder: string, subject: string): void
  checked(round: Round): void
  /** There is nothing to show until the next change. */
  refused(subject: string, refusal: Refusal): void
}
