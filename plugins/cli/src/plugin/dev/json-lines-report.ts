import { createHash } from 'node:crypto'
import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import type { TrialRound, TriedFinding } from '@lienthong/protocol'
import { Lines } from '../../check/place.ts'
import type { Io } from '../../io.ts'
import { type Refusal, Speech } from '../../words/speech.ts'
import type { Round, RoundReport } from './report.ts'

const vietnamese = new Speech('vi')
const english = new Speech('en')

/** For a program, such as an editor: a line of JSON for every round, in both languages. */
export class JsonLinesReport implements RoundReport {
  constructor(private readonly io: Pick<Io, 'out'>) {}

  /** The first round follows by itself. */
  watching(): void {}

  checked({ plugin: { id, version }, file, findings, idle }: Round): void {
    const lines = new Lines(file.text)
    this.write({
      state: 'checked',
      subject: file.path,
      plugin: { id, version },
      sha256: createHash('sha256').update(file.text).digest('hex'),
      findings: findings.map(finding => triedFinding(finding, lines)),
      idle: [...idle],
    })
  }

  refused(subject: string, refusal: Refusal): void {
    const message = { vi: vietnamese.refusal(refusal), en: english.refusal(refusal) }
    this.write({ state: 'refused', subject, code: refusal.code, message })
  }

  private write(round: TrialRound): void {
    this.io.out(JSON.stringify(round))
  }
}

function triedFinding(
  { ruleId, severity, message, fixes, ...at }: PlacedFinding,
  lines: Lines,
): TriedFinding {
  const placed = ({ start, end }: { start: number; end: number }) => ({
    start: lines.placeOf(start),
    end: lines.placeOf(end),
  })
  return {
    ruleId,
    severity,
    message,
    ...placed(at),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(edit => ({ ...placed(edit), text: edit.text })),
    })),
  }
}
