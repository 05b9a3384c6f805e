import { editBetween } from '../models/edit-between.ts'
import { type DocumentModel, type Range, syntaxUnitId } from '../models/unit.ts'
import { documentUnit, type UnitFinding } from './finding.ts'

/** Findings by unit, on a newer text than the one that they were found in. */
export const carriedOver = (
  findings: ReadonlyMap<string, readonly UnitFinding[]>,
  before: DocumentModel,
  after: DocumentModel,
): ReadonlyMap<string, readonly UnitFinding[]> => {
  const parsed = new Map(before.units.map(unit => [unit.id, unit.parsed]))
  const moved = new Map<string, readonly UnitFinding[]>()
  const general = findings.get(documentUnit)
  if (general) moved.set(documentUnit, general)
  for (const unit of after.units) {
    const found = findings.get(unit.id)
    const old = parsed.get(unit.id)
    if (!found || !old) continue
    if (old === unit.parsed) moved.set(unit.id, found)
    else if (unit.id !== syntaxUnitId) moved.set(unit.id, carried(found, old.text, unit.parsed.text))
  }
  return moved
}

/** Findings on a unit's text of before, on what it is now: without those whose words were touched since. */
const carried = (findings: readonly UnitFinding[], before: string, after: string): readonly UnitFinding[] => {
  const { start, end } = editBetween(before, after)
  const delta = after.length - before.length
  const moved = <T extends Range>(range: T): T[] => {
    if (range.end <= start) return [range]
    return range.start >= end ? [{ ...range, start: range.start + delta, end: range.end + delta }] : []
  }
  return findings.flatMap(finding =>
    moved(finding).map(here => ({
      ...here,
      fixes: finding.fixes.flatMap(fix => {
        const edits = fix.edits.flatMap(moved)
        return edits.length === fix.edits.length ? [{ ...fix, edits }] : []
      }),
    })),
  )
}
