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

const marked = (finding: Finding, inForce: readonly Waiver[]): Finding => {
  const ofRule = inForce.filter(({ ruleId }) => ruleId === finding.ruleId)
  const waiver =
    ofRule.find(({ fingerprint }) => fingerprint === finding.fingerprint) ??
    ofRule.find(({ fingerprint }) => fingerprint === null)
  if (!waiver || finding.severity === 'fault') return finding
  const { reason, until, decidedBy } = waiver
  return { ...finding, waived: { reason, until, approvedBy: decidedBy?.displayName ?? '' } }
}
