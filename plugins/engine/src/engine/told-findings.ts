import isDeepEqual from 'fast-deep-equal'
import type { DocumentModel, Piece } from '../models/unit.ts'
import type { CheckResult, UnitFinding } from './finding.ts'
import { documentUnit } from './finding.ts'
import { suppressionsUnitId } from './suppressing.ts'

/** By unit. */
export type Findings = ReadonlyMap<string, readonly UnitFinding[]>

export const merge = (maps: readonly Findings[]): Findings => {
  const merged = new Map<string, readonly UnitFinding[]>()
  for (const findings of maps)
    for (const [unit, found] of findings)
      if (found.length > 0) merged.set(unit, [...(merged.get(unit) ?? []), ...found])
  return merged
}

/** Of what was told, what one plugin found. */
export const foundBy = (plugin: string, sent: Findings): Findings =>
  new Map(
    [...sent].map(([unit, found]) => [unit, found.filter(({ ruleId }) => ruleId.startsWith(`${plugin}/`))]),
  )

/** Units whose findings are other than those sent before; remembers what is sent. */
export const changedUnits = (
  sent: Map<string, readonly UnitFinding[]>,
  found: Findings,
  broken: ReadonlySet<string>,
): CheckResult['units'][number][] => {
  const changed: CheckResult['units'][number][] = []
  for (const unit of new Set([...sent.keys(), ...found.keys()])) {
    if (broken.has(unit)) continue
    const findings = found.get(unit) ?? []
    const before = sent.get(unit) ?? []
    if (findings.length > 0) sent.set(unit, findings)
    else sent.delete(unit)
    if (!isEqual(before, findings)) changed.push({ unit, findings })
  }
  return changed
}

/** Most findings are the very ones of before, which is seen at once. */
const isEqual = (before: readonly UnitFinding[], after: readonly UnitFinding[]): boolean =>
  before.length === after.length &&
  before.every((finding, index) => finding === after[index] || isDeepEqual(finding, after[index]))

/** Where the units with findings lie. */
export const placesOf = (
  { text, units }: DocumentModel,
  found: Findings,
): Record<string, readonly Piece[]> => {
  const places: Record<string, readonly Piece[]> = found.has(documentUnit)
    ? { [documentUnit]: [{ from: 0, at: 0, length: 0 }] }
    : {}
  if (found.has(suppressionsUnitId)) places[suppressionsUnitId] = [{ from: 0, at: 0, length: text.length }]
  for (const { id, pieces, isBroken } of units) if (found.has(id) && !isBroken) places[id] = pieces
  return places
}
