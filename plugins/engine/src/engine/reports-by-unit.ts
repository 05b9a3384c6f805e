import type { Placed } from './place-findings.ts'
import type { Report } from './untrusted.ts'

/** By the unit that they are on. */
export const reportsOnDocument = (
  told: readonly Report[] | null,
  before: { readonly documentFindings: ReadonlyMap<string, Placed> } | undefined,
): Iterable<[unit: string, reports: readonly Report[]]> =>
  told ? byUnit(told) : [...(before?.documentFindings ?? [])].map(([unit, { reports }]) => [unit, reports])

const byUnit = (reports: readonly Report[]): ReadonlyMap<string, readonly Report[]> => {
  const units = new Map<string, Report[]>()
  for (const report of reports) {
    const known = units.get(report.unit)
    if (known) known.push(report)
    else units.set(report.unit, [report])
  }
  return units
}
