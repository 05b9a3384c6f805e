import { ProtocolError } from '@lienthong/protocol'
import { l10n, window } from 'vscode'
import type { RecentEvents } from '../core/recent-events.ts'
import { SelfCheck } from '../core/self-check.ts'
import type { EditorBindings } from './editor-bindings.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'

/** How often each open document is compared with the server's. Rarer shows a wrong text longer; more often is load without a cause. */
const everyMs = 30_000

/** Compares what the editors show with what the server has, now and then (rule S14). */
export class SelfChecks {
  private readonly checks = new WeakMap<OpenDocument, SelfCheck>()
  private readonly timer = setInterval(() => void this.run(), everyMs)

  constructor(
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
    private readonly events: RecentEvents,
  ) {}

  dispose(): void {
    clearInterval(this.timer)
  }

  /** The check of a document, made with its first use. */
  of(document: OpenDocument): SelfCheck {
    const known = this.checks.get(document)
    if (known) return known
    const { session, summary } = document
    const check = new SelfCheck({
      session,
      text: () => this.settledTextOf(document),
      showAnew: () => this.bindings.showAnew(document),
      onDifferent: times => {
        this.events.add('showed another text than the server', summary.id)
        if (times === 1) tellOf(summary.title)
      },
    })
    this.checks.set(document, check)
    return check
  }

  async run(): Promise<void> {
    for (const document of this.documents.all) {
      await this.of(document)
        .run()
        .catch(error => this.failed(document, error))
    }
  }

  private settledTextOf(document: OpenDocument): string | undefined {
    const isSettled = this.bindings.of(document)?.isSettled
    return isSettled ? this.bindings.textDocumentOf(document)?.getText() : undefined
  }

  private failed({ summary }: OpenDocument, error: unknown): void {
    if (!(error instanceof ProtocolError)) throw error
    this.events.add(`check: ${error.code}`, summary.id)
  }
}

const tellOf = (title: string): void =>
  void window.showWarningMessage(
    l10n.t('The editor showed another text of “{0}” than the server has. It has been put right.', title),
  )
