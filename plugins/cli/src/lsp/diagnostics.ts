import type { Severity } from '@lienthong/plugin-engine'
import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Speech } from '../words/speech.ts'

/** A finding as editors show it. */
export const diagnosticOf = (
  text: TextDocument,
  { start, end, ruleId, severity, message }: PlacedFinding,
  speech: Speech,
): Diagnostic => ({
  range: { start: text.positionAt(start), end: text.positionAt(end) },
  severity: severities[severity],
  code: ruleId,
  source: 'Liên Thông',
  message: speech.say(message),
})

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  fault: DiagnosticSeverity.Error,
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}
