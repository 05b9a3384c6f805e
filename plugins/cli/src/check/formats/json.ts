import { Lines } from '../place.ts'
import type { CheckedFile, CheckReport } from '../report.ts'

/** The findings as data of our own, in both languages. Lines and columns count from 1, columns in UTF-16 units. */
export const json = ({ files }: CheckReport): string => JSON.stringify(files.flatMap(asJson), null, 2)

function asJson({ file, findings }: CheckedFile) {
  const lines = new Lines(file.text)
  return findings.map(({ ruleId, severity, message, start, end, fingerprint, fixes }) => ({
    file: file.path,
    ruleId,
    severity,
    message,
    start: lines.placeOf(start),
    end: lines.placeOf(end),
    fingerprint,
    fixes: fixes.map(({ title }) => title),
  }))
}
