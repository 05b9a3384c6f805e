import type { SessionState } from '@lienthong/protocol/client'
import { commands, l10n, type QuickPickItem, window } from 'vscode'
import type { OpenDocuments } from './open-documents.ts'
import type { Server } from './server.ts'

interface Way extends QuickPickItem {
  command: string
}

/** What one may do about the state that the status bar shows. */
export const showStatusMenu = async (server: Server, documents: OpenDocuments): Promise<void> => {
  const ways = server.me ? signedInWays(server, documents) : signedOutWays()
  const title = documents.active?.summary.title ?? server.me?.person.displayName ?? 'Liên Thông'
  const picked = await window.showQuickPick(ways, { title })
  if (picked) await commands.executeCommand(picked.command)
}

const signedOutWays = (): Way[] => [
  { label: `$(sign-in) ${l10n.t('Sign In')}`, command: 'lienthong.signIn' },
  { label: `$(server) ${l10n.t('Set the Server’s Address')}`, command: 'lienthong.setServer' },
]

const wordsWays = (state: SessionState): Way[] =>
  (state.kind === 'refused' || state.kind === 'stuck') && state.pending > 0
    ? [{ label: `$(save-as) ${l10n.t('Keep My Text in a New Document')}`, command: 'lienthong.keepText' }]
    : []

const signedInWays = (server: Server, documents: OpenDocuments): Way[] => [
  ...(server.state.kind === 'refused'
    ? [{ label: `$(sign-in) ${l10n.t('Sign In Again')}`, command: 'lienthong.signInAgain' }]
    : []),
  ...(documents.active
    ? [
        ...wordsWays(documents.active.session.state),
        { label: `$(person) ${l10n.t('Go to Person')}`, command: 'lienthong.goToPerson' },
        { label: `$(warning) ${l10n.t('Show Problems')}`, command: 'workbench.actions.view.problems' },
      ]
    : []),
  { label: `$(go-to-file) ${l10n.t('Open Document')}`, command: 'lienthong.openDocument' },
  { label: `$(debug-restart) ${l10n.t('Reconnect')}`, command: 'lienthong.reconnect' },
  { label: `$(link-external) ${l10n.t('Open in the Portal')}`, command: 'lienthong.openPortal' },
  {
    label: `$(sign-out) ${l10n.t('Sign Out')}`,
    ...(server.me ? { description: server.me.person.displayName } : {}),
    command: 'lienthong.signOut',
  },
]
