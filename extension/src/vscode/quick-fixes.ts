import type { Finding, Fix } from '@lienthong/protocol'
import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  l10n,
  languages,
  type Range,
  type TextDocument,
  window,
} from 'vscode'
import { applyFix, applyFixes, replacementsOfFix } from '../core/fixes.ts'
import { mayEdit } from '../core/session-state.ts'
import { scheme } from './address.ts'
import { register } from './commands.ts'
import { type FoundDiagnostic, isFound } from './diagnostics.ts'
import type { EditorBindings } from './editor-bindings.ts'
import { localText } from './language.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'

/** Quick fixes of findings. They change the document, not the buffer: everybody sees them at once, and one undo takes them back. */
export class QuickFixes implements CodeActionProvider {
  private readonly registrations = [
    languages.registerCodeActionsProvider({ scheme }, this, {
      providedCodeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
    }),
    register('applyFix', (documentId: string, fix: Fix) => this.apply(documentId, fix)),
    register('fixAll', (documentId: string, ruleId?: string) => this.applyAll(documentId, ruleId)),
  ]

  constructor(
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
  ) {}

  dispose(): void {
    for (const registration of this.registrations) registration.dispose()
  }

  provideCodeActions(document: TextDocument, _: Range, { diagnostics }: CodeActionContext): CodeAction[] {
    const open = this.documents.of(document)
    if (!open || !mayEdit(open.session.state)) return []
    const found = diagnostics.filter(isFound)
    return [
      ...found.flatMap(diagnostic => actionsOf(open, diagnostic)),
      ...[...new Set(found.map(({ finding }) => finding.ruleId))].flatMap(rule => allOfRule(open, rule)),
      ...allOfDocument(open),
    ]
  }

  private apply(documentId: string, fix: Fix): void {
    const open = this.documents.withId(documentId)
    const binding = open && this.bindings.of(open)
    if (!open || !binding) return
    const isApplied = binding.act(origin => applyFix(open.session.text, fix, origin))
    if (!isApplied) sayStale()
  }

  private applyAll(documentId: string, ruleId?: string): void {
    const open = this.documents.withId(documentId)
    const binding = open && this.bindings.of(open)
    if (!open || !binding) return
    const fixes = fixableOf(open, ruleId).flatMap(({ fixes }) => fixes)
    if (binding.act(origin => applyFixes(open.session.text, fixes, origin)) === 0) sayStale()
  }
}

const sayStale = (): void => {
  void window.showInformationMessage(l10n.t('The words have changed meanwhile: the fix no longer fits.'))
}

/** Also on saving, by `editor.codeActionsOnSave`. */
const fixAllKind = CodeActionKind.SourceFixAll.append('lienthong')

/** What can be fixed in one way only; nobody has to choose. */
const fixableOf = ({ session }: OpenDocument, ruleId?: string): Finding[] =>
  session.findings.all.filter(
    finding => finding.fixes.length === 1 && !finding.waived && (ruleId ?? finding.ruleId) === finding.ruleId,
  )

const allOfRule = (open: OpenDocument, rule: string): CodeAction[] =>
  fixableOf(open, rule).length > 1
    ? [fixAll(open, l10n.t('Fix all of {rule} in this document', { rule }), CodeActionKind.QuickFix, rule)]
    : []

const allOfDocument = (open: OpenDocument): CodeAction[] =>
  fixableOf(open).length > 0 ? [fixAll(open, l10n.t('Fix all problems found by Liên Thông'), fixAllKind)] : []

const fixAll = (
  { summary }: OpenDocument,
  title: string,
  kind: CodeActionKind,
  rule?: string,
): CodeAction => {
  const action = new CodeAction(title, kind)
  action.command = { command: 'lienthong.fixAll', title, arguments: [summary.id, rule] }
  return action
}

/** A fix whose words have changed is not offered. The only one of a finding is the preferred one, for "Auto Fix". */
const actionsOf = ({ session, summary }: OpenDocument, diagnostic: FoundDiagnostic): CodeAction[] =>
  diagnostic.finding.fixes
    .filter(fix => replacementsOfFix(session.text, fix) !== null)
    .map((fix, _, all) => {
      const action = new CodeAction(localText(fix.title), CodeActionKind.QuickFix)
      action.diagnostics = [diagnostic]
      action.isPreferred = all.length === 1
      action.command = { command: 'lienthong.applyFix', title: action.title, arguments: [summary.id, fix] }
      return action
    })
