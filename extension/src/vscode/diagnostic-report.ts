import { protocolVersion } from '@lienthong/protocol'
import type { SessionState } from '@lienthong/protocol/client'
import { type Disposable, env, UIKind, version, window, workspace } from 'vscode'
import { factsOf } from '../core/document-facts.ts'
import { RecentEvents } from '../core/recent-events.ts'
import { type Parts, register } from './commands.ts'
import { SelfChecks } from './self-checks.ts'
import type { ServerState } from './server.ts'
import { cursorNames, demoToken, serverUrl } from './settings.ts'

type Observed = Pick<Parts, 'server' | 'documents' | 'bindings'>

/** Settings of VS Code that decide how documents are saved and what else changes their text. */
const settingsOfSaving = [
  'files.autoSave',
  'files.eol',
  'files.insertFinalNewline',
  'files.trimTrailingWhitespace',
  'editor.formatOnSave',
]

/** Watches over what the editors show, keeps a log of it, and offers a report for whoever has to find out what went wrong (rule E18). */
export const registerReport = (extension: string, observed: Observed): Disposable[] => {
  const log = window.createOutputChannel('Liên Thông', { log: true })
  const events = new RecentEvents(line => log.info(line))
  noteEvents(observed, events)
  const checks = new SelfChecks(observed.documents, observed.bindings, events)
  const collect = async () => {
    await checks.run()
    const report = { extension, ...factsOfWindow(observed, checks), recent: events.all }
    const content = `${JSON.stringify(report, null, 2)}\n`
    await window.showTextDocument(await workspace.openTextDocument({ content, language: 'json' }))
  }
  return [log, checks, register('collectDiagnostics', collect)]
}

const factsOfWindow = ({ server, documents, bindings }: Observed, checks: SelfChecks): object => ({
  protocol: protocolVersion,
  vscode: version,
  host: 'importScripts' in globalThis ? 'web worker' : 'node',
  window: env.uiKind === UIKind.Web ? 'web' : 'desktop',
  isRemote: env.remoteName !== undefined,
  language: env.language,
  settings: {
    server: originOf(serverUrl()),
    cursorNames: cursorNames(),
    hasDemoToken: demoToken() !== undefined,
    ...Object.fromEntries(settingsOfSaving.map(name => [name, workspace.getConfiguration().get(name)])),
  },
  connection: nameOf(server.state),
  documents: documents.all.map(document =>
    factsOf(document.session, bindings.textDocumentOf(document)?.getText(), checks.of(document).last),
  ),
})

/** Without what an address may carry besides: a name, a password, a path. */
const originOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).origin : undefined

const noteEvents = ({ server, documents }: Observed, events: RecentEvents): void => {
  server.onDidChangeState(state => events.add(nameOf(state)))
  documents.onDidOpen(({ session, summary }) => {
    let last = ''
    const note = (state: SessionState) => {
      const name = nameOf(state)
      if (name !== last) events.add(name, summary.id)
      last = name
    }
    note(session.state)
    session.onState(note)
  })
}

const nameOf = (state: ServerState | SessionState): string =>
  'error' in state ? `${state.kind} ${state.error.code}` : state.kind
