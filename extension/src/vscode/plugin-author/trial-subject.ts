import { basename } from 'node:path'
import { formatOfFile } from '@lienthong/protocol'
import { l10n, type TextDocument, window } from 'vscode'
import type { TrialOptions } from '../../core/plugin-author/trial-process.ts'
import { mayEdit } from '../../core/session-state.ts'
import type { OpenDocuments } from '../open-documents.ts'

/** What a plugin is tried on: a document of the server or a file, as an editor shows it. */
export interface TrialSubject {
  readonly document: TextDocument
  readonly name: string
  readonly option: TrialOptions['subject']
  /** The command joins the document at the server. */
  readonly isOnServer: boolean
  mayEdit(): boolean
}

/** What is in front, else what stands beside it: an author often has the rule in front. Errors: in words, when nothing can be tried on. */
export const chooseSubject = (documents: OpenDocuments): TrialSubject => {
  const { activeTextEditor, visibleTextEditors } = window
  const shown = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors]
  for (const { document } of shown) {
    const subject = subjectOf(document, documents)
    if (subject) return subject
  }
  throw new Error(
    l10n.t(
      'Open what the plugin is to be tried on first: a document of the server, or a .yaml, .json, .sql or .md file.',
    ),
  )
}

const subjectOf = (document: TextDocument, documents: OpenDocuments): TrialSubject | undefined => {
  const open = documents.of(document)
  if (open) {
    const { databaseCode, path } = open.summary
    return {
      document,
      name: path,
      option: ['--document', `${databaseCode}/${path}`],
      isOnServer: true,
      mayEdit: () => mayEdit(open.session.state),
    }
  }
  const { scheme, fsPath } = document.uri
  if (scheme !== 'file' || !formatOfFile(fsPath)) return undefined
  return {
    document,
    name: basename(fsPath),
    option: ['--file', fsPath],
    isOnServer: false,
    mayEdit: () => true,
  }
}
