import type { DocumentSummary } from '@lienthong/protocol'
import { commands, l10n, type QuickPickItem, ThemeIcon, window } from 'vscode'
import type { DocumentDirectory } from './document-directory.ts'
import { textOf } from './errors.ts'
import { uriOf } from './open-documents.ts'
import { Soon } from './soon.ts'

interface DocumentItem extends QuickPickItem {
  document: DocumentSummary
}

/** A pause in typing after which the server is asked. */
const pauseMs = 150

/** Finds a document by words of its title, path or database and opens it. */
export const pickDocument = (directory: DocumentDirectory): void => {
  const picker = window.createQuickPick<DocumentItem>()
  picker.title = l10n.t('Open Document')
  picker.placeholder = l10n.t('Words of a title or database, with or without diacritics')
  const search = new Soon(() => {
    const asked = picker.value
    picker.busy = true
    directory.search(asked).then(
      found => {
        if (asked !== picker.value) return
        picker.items = found.map(itemOf)
        picker.busy = false
      },
      error => {
        picker.hide()
        void window.showErrorMessage(textOf(error))
      },
    )
  }, pauseMs)
  picker.onDidChangeValue(() => search.later())
  picker.onDidAccept(() => {
    const [picked] = picker.selectedItems
    picker.hide()
    if (picked) void commands.executeCommand('vscode.open', uriOf(picked.document))
  })
  picker.onDidHide(() => {
    search.dispose()
    picker.dispose()
  })
  search.now()
  picker.show()
}

/** Found by the server, which knows Vietnamese: the picker's own filter must not hide it again. */
const itemOf = (document: DocumentSummary): DocumentItem => ({
  label: document.title,
  description: `${document.databaseCode}/${document.path}`,
  iconPath: new ThemeIcon('file'),
  alwaysShow: true,
  document,
})
