import type { UnitFinding } from '@lienthong/plugin-engine'
import type { RehearsedFinding, RehearsedText } from '@lienthong/protocol'
import type { Said } from './rehearsal-runner.service.ts'

/** So many that come and so many that go are shown of a text: enough to see what it is about. */
const maxExamples = 10

/** How two versions differ on one text. A finding whose severity changes goes and comes. */
export const compared = (
  text: string,
  before: Said,
  after: Said,
): Pick<RehearsedText, 'new' | 'newErrors' | 'gone' | 'unchanged' | 'faults' | 'examples'> => {
  const faults = [...after.faults]
  if (faults.length > 0) return { new: 0, newErrors: 0, gone: 0, unchanged: 0, faults, examples: [] }
  const coming = without(after.findings, before.findings)
  const going = without(before.findings, after.findings)
  const example = (change: RehearsedFinding['change']) => (finding: UnitFinding) =>
    exampleOf(change, finding, text)
  return {
    new: coming.length,
    newErrors: coming.filter(({ severity }) => severity === 'error').length,
    gone: going.length,
    unchanged: after.findings.length - coming.length,
    faults,
    examples: [
      ...coming.slice(0, maxExamples).map(example('new')),
      ...going.slice(0, maxExamples).map(example('gone')),
    ],
  }
}

/** Of a text that was not looked at nothing is known. */
export const notLookedAt = (unlooked: NonNullable<RehearsedText['unlooked']>) => ({
  unlooked,
  replaces: null,
  new: 0,
  newErrors: 0,
  gone: 0,
  unchanged: 0,
  faults: [],
  examples: [],
})

/** Those of one list that the other has not, each as often as it has it. */
const without = (some: readonly UnitFinding[], others: readonly UnitFinding[]): UnitFinding[] => {
  const counts = new Map<string, number>()
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1)
  return some.filter(finding => {
    const left = counts.get(keyOf(finding)) ?? 0
    counts.set(keyOf(finding), left - 1)
    return left <= 0
  })
}

const keyOf = ({ ruleId, fingerprint, severity, messageId }: UnitFinding): string =>
  [ruleId, fingerprint, severity, messageId].join(' ')

const exampleOf = (
  change: RehearsedFinding['change'],
  { ruleId, severity, message, start }: UnitFinding,
  text: string,
): RehearsedFinding => ({
  change,
  ruleId,
  severity,
  message: { ...message },
  line: text.slice(0, start).split('\n').length,
})
