import { ProtocolError } from '@lienthong/protocol'
import type { SessionState } from '@lienthong/protocol/client'
import { l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, ThemeColor, window } from 'vscode'
import type { DocumentKeeping } from './document-keeping.ts'
import { textOf } from './errors.ts'
import { momentOf } from './history/times.ts'
import type { OpenDocuments } from './open-documents.ts'
import type { Server, ServerState } from './server.ts'
import { Soon } from './soon.ts'

interface Shown {
  text: string
  tooltip: string
  color?: 'warning' | 'error'
}

/** The true state of the document in front: saved, sending, offline with n changes, stuck (rule B8). */
export class StatusBar {
  private readonly item: StatusBarItem
  private readonly update = new Soon(() => this.show(), 50)

  constructor(
    private readonly server: Server,
    private readonly documents: OpenDocuments,
    private readonly keeping: DocumentKeeping,
  ) {
    this.item = window.createStatusBarItem('lienthong.state', StatusBarAlignment.Left, 50)
    this.item.name = 'Liên Thông'
    this.item.command = 'lienthong.showStatus'
    server.onDidChangeState(() => this.update.now())
    server.onDidChangeConnection(() => this.update.now())
    window.onDidChangeActiveTextEditor(() => this.update.now())
    documents.onDidOpen(({ session }) => {
      session.onState(() => this.update.later())
      this.update.now()
    })
    documents.onDidClose(() => this.update.now())
    documents.onDidFail(() => this.update.now())
    keeping.onDidWrite(() => this.update.later())
    this.show()
  }

  dispose(): void {
    this.update.dispose()
    this.item.dispose()
  }

  private show(): void {
    const { active } = this.documents
    const { text, tooltip, color } = active
      ? stateOf(this.server.state, active.session.state, this.keeping.isKept(active))
      : unopenedState(this.server.state, this.documents.failureInFront)
    this.item.text = text
    this.item.tooltip = new MarkdownString()
      .appendMarkdown('**')
      .appendText(active?.summary.title ?? 'Liên Thông')
      .appendMarkdown('**\n\n')
      .appendText(tooltip)
    this.item.backgroundColor = color && new ThemeColor(`statusBarItem.${color}Background`)
    this.item.show()
  }
}

/** A document's own state is the truth unless the server no longer lets this account in. */
const stateOf = (server: ServerState, document: SessionState, isKept: boolean): Shown => {
  if (server.kind === 'signed-out') return serverState(server)
  if (server.kind !== 'refused' || document.kind !== 'offline') return documentState(document, isKept)
  return {
    text: `$(error) ${document.pending === 0 ? l10n.t('Sign in again') : l10n.t('Sign in again: {0} unsent', document.pending)}`,
    tooltip: textOf(server.error),
    color: 'error',
  }
}

/** An editor whose document could not be opened shows text of before, which cannot be changed. */
const unopenedState = (server: ServerState, failure: unknown): Shown => {
  if (failure === undefined || server.kind === 'signed-out' || server.kind === 'refused')
    return serverState(server)
  return {
    text: `$(lock) ${l10n.t('Not open: reading only')}`,
    tooltip: isFinal(failure)
      ? textOf(failure)
      : l10n.t(
          'The text may be old, and nothing can be written yet. It is tried again by itself. {0}',
          textOf(failure),
        ),
    color: isFinal(failure) ? 'error' : 'warning',
  }
}

const isFinal = (failure: unknown): boolean => !(failure instanceof ProtocolError) || failure.retry === 'no'

const documentState = (state: SessionState, isKept: boolean): Shown => {
  switch (state.kind) {
    case 'joining':
      return { text: `$(sync~spin) ${l10n.t('Opening…')}`, tooltip: l10n.t('The document is being fetched.') }
    case 'live':
      return liveState(state)
    case 'offline':
      return offlineState(state, isKept)
    case 'stuck':
      return {
        text: `$(warning) ${l10n.t('Stuck: {0} not saved', state.pending)}`,
        tooltip: l10n.t(
          'The server does not take your changes. {0} {1}',
          keptWords(state),
          textOf(state.error),
        ),
        color: 'error',
      }
    case 'refused':
      return {
        text: `$(error) ${state.pending === 0 ? l10n.t('Closed') : l10n.t('Closed: {0} not saved', state.pending)}`,
        tooltip: textOf(state.error),
        color: 'error',
      }
  }
}

const liveState = ({ access, pending }: SessionState & { kind: 'live' }): Shown => {
  if (!access.canEdit)
    return {
      text: `$(eye) ${l10n.t('Reading')}`,
      tooltip: access.canComment
        ? l10n.t('You may read and comment here, not edit.')
        : l10n.t('You may read here, not edit.'),
    }
  if (pending > 0)
    return {
      text: `$(sync~spin) ${l10n.t('Sending…')}`,
      tooltip: l10n.t('On the way to the server’s disk: {0}.', pending),
    }
  return { text: `$(check) ${l10n.t('Saved')}`, tooltip: l10n.t('Every change is on the server’s disk.') }
}

const offlineState = (state: SessionState & { kind: 'offline' }, isKept: boolean): Shown => {
  const { pending, asOf } = state
  const known = asOf === undefined ? '' : momentOf(new Date(asOf).toISOString())
  if (pending === 0)
    return {
      text: `$(cloud-offline) ${isKept ? l10n.t('Offline: as of {0}, kept', known) : l10n.t('Offline: as of {0}', known)}`,
      tooltip: state.access?.canEdit
        ? l10n.t('No connection. You can go on writing; changes are sent when it is back.')
        : l10n.t('No connection. Others may have changed the text since.'),
      color: 'warning',
    }
  return {
    text: `$(cloud-offline) ${unsent(state, isKept)}`,
    tooltip: l10n.t(
      'No connection since {0}. Your changes are sent when it is back. {1}',
      known,
      keptWords(state),
    ),
    color: 'warning',
  }
}

/** “Kept” is said of the words and the text they stand in alike: without the text they would not be seen again until the server answers. */
const unsent = ({ pending, unkept }: SessionState & { kind: 'offline' }, isKept: boolean): string => {
  if (unkept > 0) return l10n.t('Offline: {0} unsent, {1} not kept yet', pending, unkept)
  return isKept ? l10n.t('Offline: {0} unsent, kept', pending) : l10n.t('Offline: {0} unsent', pending)
}

/** What closing would do to words that wait (rule E30). */
const keptWords = ({ unkept }: { unkept: number }): string =>
  unkept === 0
    ? l10n.t('They are kept when VS Code closes.')
    : l10n.t('Closing VS Code now would lose what is not kept yet: {0}.', unkept)

const serverState = (state: ServerState): Shown => {
  switch (state.kind) {
    case 'signed-out':
      return { text: `$(account) ${l10n.t('Liên Thông: sign in')}`, tooltip: l10n.t('Nobody is signed in.') }
    case 'connecting':
      return { text: '$(sync~spin) Liên Thông', tooltip: l10n.t('Connecting…') }
    case 'online':
      return { text: '$(plug) Liên Thông', tooltip: l10n.t('Connected.') }
    case 'offline':
      return {
        text: '$(cloud-offline) Liên Thông',
        tooltip: l10n.t('The server does not answer.'),
        color: 'warning',
      }
    case 'refused':
      return { text: '$(error) Liên Thông', tooltip: textOf(state.error), color: 'error' }
  }
}
