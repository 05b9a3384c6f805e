import type { UnitFinding } from './finding.ts'
import type { Shown } from './guest-step.ts'
import type { Placed } from './place-findings.ts'

/** Why a plugin failed in a document, and which of its rules was running. */
export interface Failure {
  readonly reason: string
  readonly rule: string | null
}

/** What one plugin knows and found of one document. */
export interface Seen extends Shown {
  unitFindings: Map<string, readonly UnitFinding[]>
  documentFindings: Map<string, Placed>
  fault: UnitFinding | null
  /** It looked for versions before the published one that were not given. */
  wantsEarlier: boolean
}
