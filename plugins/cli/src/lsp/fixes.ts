import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Speech } from '../words/speech.ts'
import { diagnosticOf } from './diagnostics.ts'
import type { Found } from './findings.ts'

/** Also on saving, in editors that can. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.lienthong`

type Fix = PlacedFinding['fixes'][number]

/** The fixes of what was found between two offsets, and those of everything. */
export const actionsAt = (found: Found, start: number, end: number, speech: Speech): CodeAction[] => {
  const here = found.findings.filter(finding => finding.start <= end && start <= finding.end)
  const rules = [...new Set(here.map(({ ruleId }) => ruleId))]
  return [
    ...here.flatMap(finding => actionsOf(found, finding, speech)),
    ...rules.flatMap(rule => allOfRule(found, rule, speech)),
    ...allOf(found, fixable(found), speech.say('lspFixAll'), fixAllKind),
  ]
}

const actionsOf = ({ text }: Found, finding: PlacedFinding, speech: Speech): CodeAction[] => {
  const diagnostics: Diagnostic[] = [diagnosticOf(text, finding, speech)]
  const isPreferred = finding.fixes.length === 1
  return finding.fixes.map(fix => ({
    title: speech.say(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred,
    edit: { changes: { [text.uri]: editsOf(text, [fix]) } },
  }))
}

/** What can be fixed in one way only; nobody has to choose. */
const fixable = ({ findings }: Found): readonly PlacedFinding[] =>
  findings.filter(({ fixes }) => fixes.length === 1)

const allOfRule = (found: Found, rule: string, speech: Speech): CodeAction[] => {
  const own = fixable(found).filter(({ ruleId }) => ruleId === rule)
  const title = speech.say('lspFixRule', { rule })
  return own.length > 1 ? allOf(found, own, title, CodeActionKind.QuickFix) : []
}

const allOf = (
  { text }: Found,
  findings: readonly PlacedFinding[],
  title: string,
  kind: string,
): CodeAction[] => {
  if (findings.length === 0) return []
  const fixes = apart(findings.flatMap(finding => finding.fixes))
  return [{ title, kind, edit: { changes: { [text.uri]: editsOf(text, fixes) } } }]
}

/** Of fixes that touch each other the first; the next check offers the rest. */
const apart = (fixes: readonly Fix[]): Fix[] => {
  const taken: Fix[] = []
  const edits: { start: number; end: number }[] = []
  for (const fix of fixes) {
    const isClear = fix.edits.every(one =>
      edits.every(other => one.start > other.end || other.start > one.end),
    )
    if (!isClear) continue
    taken.push(fix)
    edits.push(...fix.edits)
  }
  return taken
}

const editsOf = (text: TextDocument, fixes: readonly Fix[]): TextEdit[] =>
  fixes
    .flatMap(({ edits }) => edits)
    .map(({ start, end, text: newText }) => ({
      range: { start: text.positionAt(start), end: text.positionAt(end) },
      newText,
    }))
