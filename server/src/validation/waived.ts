import type { Finding, Waiver } from '@lienthong/protocol'
import type { UnitFindings } from './room-findings.ts'

/** The findings, with those that a waiver in force accepts marked by it (rule W2). A waiver of the finding says more than one of its rule. */
export const withWaivers = (units: UnitFindings, inForce: readonly Waiver[]): UnitFindings => {
  if (inForce.length === 0) return units
  return units.map(({ unit, findings }) => ({
    unit,
    findings: findings.map(found => marked(found, inForce)),
  }))
}

/** Whether a waiver would accept a finding (rule W2). */
export const accepts = ({ ruleId, fingerprint }: Waiver, finding: Finding): boolean =>
  finding.severity !== 'fault' &&
  ruleId === finding.ruleId &&
  (fingerprint === null || fingerprint === finding.fingerprint)

const marked = (finding: Finding, inForce: readonly Waiver[]): Finding => {
  const fitting = inForce.filter(waiver => accepts(waiver, finding))
  const waiver = fitting.find(({ fingerprint }) => fingerprint !== null) ?? fitting[0]
  if (!waiver) return finding
  const { reason, until, decidedBy } = waiver
  return { ...finding, waived: { reason, until, approvedBy: decidedBy?.displayName ?? '' } }
}
