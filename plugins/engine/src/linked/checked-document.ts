import type { LocalText } from '@lienthong/plugin-sdk'
import type { Proposed } from '../editing/proposed.ts'
import type { CheckRequest, CheckResult, UnitFinding } from '../engine/finding.ts'
import type { HelpRequest } from '../help/help-place.ts'
import type { ProposalRequest } from '../help/proposed-at.ts'
import { type Piece, toDocument } from '../models/unit.ts'
import { type CheckSource, checkOnceWith } from './check-once.ts'
import type { Gathering } from './gathering.ts'

/** A finding with its place in the document. */
export interface PlacedFinding extends UnitFinding {
  readonly line: number
  readonly column: number
  readonly marked: string
}

/** Whoever checks documents and is asked about them. */
export interface Checks {
  check(request: CheckRequest): Promise<CheckResult>
  explain(request: HelpRequest): Promise<LocalText[]>
  propose(request: ProposalRequest): Promise<Proposed[]>
  close(documentId: string): Promise<void>
}

/** A text, and what it is checked with. */
export type Checked = Omit<CheckSource, 'documentId' | 'revision'>

/** A document that is checked again as it changes, with everything that it refers to; of what has not changed nothing runs again. Close it. */
export class CheckedDocument {
  private readonly documentId = `checked-${++count}`
  private readonly units = new Map<string, readonly UnitFinding[]>()
  private revision = 0

  constructor(private readonly checks: Checks) {}

  /** Findings in document order; none in a part that cannot be read at the moment, but why it cannot. Throws what checking throws. */
  async check(checked: Checked, gathering: Gathering | null): Promise<PlacedFinding[]> {
    const check = { ...checked, documentId: this.documentId, revision: ++this.revision }
    const { units, places } = await checkOnceWith(asked => this.checks.check(asked), check, gathering)
    for (const { unit, findings } of units) this.units.set(unit, findings)
    return [...this.units]
      .flatMap(([unit, findings]) => {
        const pieces = places[unit]
        return pieces ? findings.map(finding => placed(checked.text, finding, pieces)) : []
      })
      .sort(byPlace)
  }

  /** What plugins say of a place. */
  explain(place: Omit<HelpRequest, 'documentId'>): Promise<LocalText[]> {
    return this.checks.explain({ ...place, documentId: this.documentId })
  }

  /** What plugins propose for a place. */
  propose(place: Omit<ProposalRequest, 'documentId'>): Promise<Proposed[]> {
    return this.checks.propose({ ...place, documentId: this.documentId })
  }

  close(): Promise<void> {
    return this.checks.close(this.documentId)
  }
}

let count = 0

const placed = (text: string, finding: UnitFinding, pieces: readonly Piece[]): PlacedFinding => {
  const range = toDocument(pieces, finding)
  const before = text.slice(0, range.start)
  const fixes = finding.fixes.map(fix => ({
    ...fix,
    edits: fix.edits.map(edit => ({ ...edit, ...toDocument(pieces, edit) })),
  }))
  return {
    ...finding,
    ...range,
    fixes,
    line: before.split('\n').length,
    column: range.start - (before.lastIndexOf('\n') + 1) + 1,
    marked: text.slice(range.start, range.end),
  }
}

const byPlace = (one: PlacedFinding, other: PlacedFinding) =>
  one.start - other.start || one.end - other.end || order(one.ruleId, other.ruleId)

const order = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)
