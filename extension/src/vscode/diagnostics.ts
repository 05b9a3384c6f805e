import type { Finding, Severity } from '@lienthong/protocol'
import { Diagnostic, DiagnosticSeverity, languages, type Range, Uri } from 'vscode'
import { localText } from './language.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'
import { serverUrl } from './settings.ts'
import { Soon } from './soon.ts'

/** Everybody's findings of a document in this editor's Problems, on their words. */
export class Diagnostics {
  private readonly collection = languages.createDiagnosticCollection('lienthong')
  private readonly updates = new Map<OpenDocument, Soon>()

  constructor(documents: OpenDocuments) {
    documents.onDidOpen(document => this.follow(document))
    documents.onDidClose(document => {
      this.updates.get(document)?.dispose()
      this.updates.delete(document)
      this.collection.delete(document.uri)
    })
  }

  dispose(): void {
    for (const update of this.updates.values()) update.dispose()
    this.collection.dispose()
  }

  /** VS Code moves a squiggle while somebody types, but not its line in Problems: so they are set anew once the text settles. */
  private follow(document: OpenDocument): void {
    const update = new Soon(() => this.show(document), settleMs)
    this.updates.set(document, update)
    document.session.findings.onChange(() => update.now())
    document.session.text.observe(() => {
      if (document.session.findings.all.length > 0) update.later()
    })
    update.now()
  }

  private show({ uri, session, positions }: OpenDocument): void {
    const diagnostics = session.findings.all.flatMap(finding => {
      // What is waived is no problem (rule W2); the portal shows it with its reason.
      if (finding.waived) return []
      const range = positions.placeOf(finding.range)
      return range ? [new FoundDiagnostic(range, finding)] : []
    })
    this.collection.set(uri, diagnostics)
  }
}

/** Long enough to set a fast typist's findings anew a few times a second only. */
const settleMs = 150

/** A finding as VS Code shows it; quick fixes find their way back through it. */
export class FoundDiagnostic extends Diagnostic {
  override readonly source = 'Liên Thông'
  override readonly code: { value: string; target: Uri }

  constructor(
    range: Range,
    readonly finding: Finding,
  ) {
    super(range, localText(finding.message), severityOf(finding.severity))
    this.code = { value: finding.ruleId, target: documentationOf(finding) }
  }
}

export const isFound = (diagnostic: Diagnostic): diagnostic is FoundDiagnostic =>
  diagnostic instanceof FoundDiagnostic

/** The rule's own page, or the portal's page about it: what the API serves at an address, the portal shows without `/api/v1`. */
const documentationOf = ({ docsUrl, ruleId }: Finding): Uri => {
  const page = docsUrl?.replace(/^\/api\/v1(?=\/)/, '') ?? `/plugins/${ruleId.replace('/', '/rules/')}`
  return Uri.parse(new URL(page, serverUrl()).href, true)
}

export const severityOf = (severity: Severity): DiagnosticSeverity => {
  switch (severity) {
    case 'error':
    case 'fault':
      return DiagnosticSeverity.Error
    case 'warning':
      return DiagnosticSeverity.Warning
    case 'info':
      return DiagnosticSeverity.Information
    case 'hint':
      return DiagnosticSeverity.Hint
  }
}
