import { workspace } from 'vscode'

/** When the names beside others' cursors show. */
export type CursorNames = 'briefly' | 'always' | 'never'

const read = <T>(name: string, fallback: T): T => workspace.getConfiguration('lienthong').get(name, fallback)

/** The server's address without a slash at its end. Scope `application`: a folder cannot redirect a token (see package.json). */
export const serverUrl = (): string => read('serverUrl', 'http://127.0.0.1:4180').trim().replace(/\/+$/, '')

/** A token to be signed in with when nobody is: for demonstrations and tests. */
export const demoToken = (): string | undefined => read('demoToken', '').trim() || undefined

export const cursorNames = (): CursorNames => read('cursors.names', 'briefly')

/** Whether the last author of the caret's line stands behind it. */
export const showsAuthorBesideLine = (): boolean => read('history.authorBesideLine', false)
