import { commands, window } from 'vscode'
import { mayComment, mayEdit } from '../core/session-state.ts'
import type { OpenDocuments } from './open-documents.ts'
import { Soon } from './soon.ts'

/** What key bindings, menus and the walkthrough ask about the document in front. */
export class ContextKeys {
  private readonly update = new Soon(() => this.set(), 50)
  private readonly listener = window.onDidChangeActiveTextEditor(() => this.set())
  private readonly known = new Map<string, boolean>()

  constructor(private readonly documents: OpenDocuments) {
    documents.onDidOpen(({ session }) => {
      session.onState(() => this.update.later())
      session.presence.onChange(() => this.update.later())
      this.update.now()
    })
    documents.onDidClose(() => this.update.now())
  }

  dispose(): void {
    this.update.dispose()
    this.listener.dispose()
  }

  private set(): void {
    const session = this.documents.active?.session
    this.setKey('bound', session !== undefined)
    this.setKey('canEdit', session !== undefined && mayEdit(session.state))
    this.setKey('canComment', session !== undefined && mayComment(session.state))
    this.setKey('hasCompany', (session?.presence.participants.size ?? 0) > 0)
  }

  private setKey(name: string, value: boolean): void {
    if (this.known.get(name) === value) return
    this.known.set(name, value)
    void commands.executeCommand('setContext', `lienthong.${name}`, value)
  }
}
