import type { LocalText } from '@lienthong/plugin-sdk'
import type { CheckRequest, UnitFinding } from '../engine/finding.ts'
import type { Checks } from '../linked/checked-document.ts'
import { type Piece, toDocument } from '../models/unit.ts'

/** A check of a case: everything but which document it is. */
export type CaseCheck = Omit<CheckRequest, 'documentId' | 'revision'>

/** A finding of a case in its document. */
export interface Found {
  readonly ruleId: string
  readonly message: LocalText
  readonly marked: string
}

/** So often fixes may uncover others before they have to come to an end. */
const maxRounds = 5

/**
 * What a rule owes to everybody, whatever it finds: that it finds the same in a document that is opened, which is `found`, as in one that
 * was written, and that its fixes come to an end. Answers the breaches, in words for a terminal.
 */
export const breachesOf = async (
  checks: Pick<Checks, 'check' | 'close'>,
  check: CaseCheck,
  found: readonly Found[],
  fix: (text: string) => Promise<string>,
): Promise<string[]> => {
  const opened = inOrder(found)
  const written = inOrder((await foundWhileWritten(checks, check)).found)
  const differing = `finds something else while the document is written (${written}) than when it is opened (${opened}): keep nothing outside of create`
  const endless = 'its fixes, applied to their own results, change the text again and again'
  return [...(opened === written ? [] : [differing]), ...((await settles(check.text, fix)) ? [] : [endless])]
}

/** A finding in words, the same for the same one. */
export const toldOf = ({ ruleId, message, marked }: Found): string => `${ruleId} ${message.en} "${marked}"`

const inOrder = (found: readonly Found[]): string => found.map(toldOf).sort().join('; ')

/** What is found when the second half was written last; `faults` also while the first stood alone. */
export const foundWhileWritten = async (
  checks: Pick<Checks, 'check' | 'close'>,
  check: CaseCheck,
): Promise<{ readonly found: readonly Found[]; readonly faults: readonly UnitFinding[] }> => {
  const documentId = `conformance-${++count}`
  const units = new Map<string, readonly UnitFinding[]>()
  const faults: UnitFinding[] = []
  let places: Readonly<Record<string, readonly Piece[]>> = {}
  for (const [at, text] of halves(check.text).entries()) {
    const result = await checks.check({ ...check, documentId, revision: at + 1, text })
    if (result.isComplete) units.clear()
    for (const { unit, findings } of result.units) {
      units.set(unit, findings)
      faults.push(...findings.filter(({ severity }) => severity === 'fault'))
    }
    places = result.places
  }
  await checks.close(documentId)
  const found = [...units].flatMap(([unit, findings]) =>
    findings.map(finding => ({ ...finding, marked: markedIn(check.text, finding, places[unit] ?? []) })),
  )
  return { found, faults }
}

const halves = (text: string): string[] => [text.slice(0, text.lastIndexOf('\n', text.length / 2) + 1), text]

const markedIn = (text: string, finding: UnitFinding, pieces: readonly Piece[]): string => {
  const { start, end } = toDocument(pieces, finding)
  return text.slice(start, end)
}

const settles = async (text: string, fix: (text: string) => Promise<string>): Promise<boolean> => {
  let before = text
  for (let round = 0; round < maxRounds; round++) {
    const after = await fix(before)
    if (after === before) return true
    before = after
  }
  return false
}

let count = 0
