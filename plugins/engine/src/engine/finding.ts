import type { LocalText } from '@lienthong/plugin-sdk'
import type { Piece, Range } from '../models/unit.ts'

/** `fault` is a plugin's own failure. */
export type Severity = 'error' | 'warning' | 'info' | 'hint' | 'fault'

/** One replacement; `expected` is the text that stands there. Offsets count from the unit's start. */
export interface FindingEdit extends Range {
  readonly expected: string
  readonly text: string
}

/** A quick fix: all edits or none. */
export interface FindingFix {
  readonly title: LocalText
  readonly edits: readonly FindingEdit[]
}

/** What a rule found. Offsets count from the unit's start, in UTF-16 units: a unit that only moved keeps its findings unchanged. */
export interface UnitFinding extends Range {
  readonly ruleId: string
  readonly messageId: string
  readonly severity: Severity
  readonly message: LocalText
  /** Stays the same while rule, path and the node's text do. */
  readonly fingerprint: string
  readonly fixes: readonly FindingFix[]
}

/** A document's text to be checked. `revision` grows with every text. */
export interface CheckRequest {
  readonly documentId: string
  readonly revision: number
  readonly format: 'markdown' | 'json-schema-yaml' | 'json-schema-json' | 'sql'
  readonly text: string
}

/**
 * What changed against the check before. `units` replace what was known of each; a unit that is not named keeps its
 * findings on their words. `places` tells where each unit with findings lies now; one that cannot be read at the moment
 * is left out.
 */
export interface CheckResult {
  readonly documentId: string
  readonly revision: number
  readonly isComplete: boolean
  readonly units: readonly { readonly unit: string; readonly findings: readonly UnitFinding[] }[]
  readonly places: Readonly<Record<string, readonly Piece[]>>
}

/** The unit of what concerns the whole document and no place of it. */
export const documentUnit = ''
