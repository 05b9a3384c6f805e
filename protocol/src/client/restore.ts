import type * as Y from 'yjs'
import { ProtocolError } from '../errors.ts'
import { maxUpdateBytes } from '../version.ts'
import { difference } from './difference.ts'
import { utf8Length } from './environment.ts'
import { replacementsOf, write } from './text-delta.ts'

/** What an update holds beside its words. */
const updateOverheadBytes = 64 * 1024

/**
 * Makes `text` equal `target` by a change like any other (rule S9): what both have in common stays, so that anchors, comments and the
 * undo of others survive. `origin` is the transaction's, as for typing.
 */
export const restoreText = (text: Y.Text, target: string, origin?: unknown): void => {
  applyDifference(text, text.toString(), target, origin)
}

/** Like {@link restoreText}, for a target that was made from `base`: what was written into `text` since then stays. */
export const applyDifference = (text: Y.Text, base: string, target: string, origin?: unknown): void => {
  const since = difference(base, text.toString())
  const change = () => write(text, since.transform(difference(base, target), true))
  if (text.doc) text.doc.transact(change, origin)
  else change()
}

/**
 * To be asked before a difference is written: an update that the server refuses would stand in the way of everything that is typed
 * after it. Errors: UPDATE_TOO_LARGE.
 */
export const refuseTooLarge = (base: string, target: string): void => {
  const inserted = replacementsOf(difference(base, target)).map(replacement => replacement.inserted)
  const maxBytes = maxUpdateBytes - updateOverheadBytes
  if (utf8Length(inserted.join('')) > maxBytes) throw new ProtocolError('UPDATE_TOO_LARGE', { maxBytes })
}
