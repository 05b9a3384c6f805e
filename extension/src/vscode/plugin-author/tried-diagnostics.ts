import type { CheckedRound, LocalText, TriedFinding } from '@lienthong/protocol'
import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  Range,
  type TextDocument,
  TextEdit,
  WorkspaceEdit,
} from 'vscode'
import { placeIn } from '../../core/plugin-author/tried-places.ts'
import { severityOf } from '../diagnostics.ts'
import { localText } from '../language.ts'
import type { TrialSubject } from './trial-subject.ts'

/** What the tried plugin finds, in this editor's Problems only, and its quick fixes. */
export class TriedDiagnostics implements CodeActionProvider {
  private readonly collection = languages.createDiagnosticCollection('lienthong-trial')
  private readonly owned: Disposable

  constructor(private readonly subject: TrialSubject) {
    const { scheme } = subject.document.uri
    const kinds = { providedCodeActionKinds: [CodeActionKind.QuickFix] }
    this.owned = Disposable.from(
      this.collection,
      languages.registerCodeActionsProvider({ scheme }, this, kinds),
    )
  }

  /** Only to be called with what the document shows (`isAbout`). */
  show({ plugin, findings }: CheckedRound): void {
    const { uri, version } = this.subject.document
    const source = l10n.t('trying {0} {1}', plugin.id, plugin.version)
    this.collection.set(
      uri,
      findings.map(finding => new TriedDiagnostic(finding, version, source)),
    )
  }

  /** In place of findings that nobody can vouch for. */
  showRefusal(plugin: string, message: LocalText): void {
    const diagnostic = new Diagnostic(new Range(0, 0, 0, 0), localText(message), DiagnosticSeverity.Error)
    diagnostic.source = l10n.t('trying {0}', plugin)
    this.collection.set(this.subject.document.uri, [diagnostic])
  }

  /** Only while the text is the one that was checked: after that a new round is under way. */
  provideCodeActions(document: TextDocument, _: Range, { diagnostics }: CodeActionContext): CodeAction[] {
    if (document !== this.subject.document || !this.subject.mayEdit()) return []
    return diagnostics
      .filter(diagnostic => diagnostic instanceof TriedDiagnostic)
      .filter(({ version }) => version === document.version)
      .flatMap(diagnostic => diagnostic.finding.fixes.map(fix => actionOf(document, diagnostic, fix)))
  }

  dispose(): void {
    this.owned.dispose()
  }
}

class TriedDiagnostic extends Diagnostic {
  constructor(
    readonly finding: TriedFinding,
    /** Of the document that was checked. */
    readonly version: number,
    override readonly source: string,
  ) {
    super(rangeOf(finding), localText(finding.message), severityOf(finding.severity))
    this.code = finding.ruleId
  }
}

const rangeOf = (placed: Pick<TriedFinding, 'start' | 'end'>): Range => {
  const { start, end } = placeIn(placed)
  return new Range(start.line, start.character, end.line, end.character)
}

const actionOf = (
  { uri }: TextDocument,
  diagnostic: TriedDiagnostic,
  { title, edits }: TriedFinding['fixes'][number],
): CodeAction => {
  const action = new CodeAction(localText(title), CodeActionKind.QuickFix)
  action.diagnostics = [diagnostic]
  action.isPreferred = diagnostic.finding.fixes.length === 1
  action.edit = new WorkspaceEdit()
  action.edit.set(
    uri,
    edits.map(edit => TextEdit.replace(rangeOf(edit), edit.text)),
  )
  return action
}
