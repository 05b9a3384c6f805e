import type { Comment as Remark, Thread } from '@lienthong/protocol'
import {
  type CommentController,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  l10n,
  MarkdownString,
  Range,
} from 'vscode'
import { mayComment } from '../core/session-state.ts'
import type { OpenDocument } from './open-documents.ts'
import { ThreadComment } from './thread-comment.ts'

const firstLine = new Range(0, 0, 0, 0)

/** Shows a thread on its words, folded. */
export const addThread = (
  controller: CommentController,
  thread: Thread,
  document: OpenDocument,
): CommentThread => {
  const range = document.positions.placeOf(thread.anchor) ?? firstLine
  const added = controller.createCommentThread(document.uri, range, [])
  added.collapsibleState = CommentThreadCollapsibleState.Collapsed
  refreshThread(added, thread, document)
  return added
}

/** VS Code never reports where a thread moved to: its range is ours to set. Words that are gone leave it where they were, as "outdated". */
export const refreshThread = (
  shown: CommentThread,
  thread: Thread,
  { session, positions }: OpenDocument,
): void => {
  const place = positions.placeOf(thread.anchor)
  if (place && !shown.range?.isEqual(place)) shown.range = place
  const isResolved = thread.state === 'resolved'
  shown.state = isResolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved
  shown.canReply = mayComment(session.state)
  shown.contextValue = shown.canReply ? thread.state : 'reading'
  shown.label = labelOf(thread, positions.rangeOf(thread.anchor) === undefined)
  if (!isSame(shown, thread)) shown.comments = thread.comments.map(commentOf)
}

const labelOf = ({ anchor, state }: Thread, areWordsGone: boolean): string => {
  const quote = anchor.quote.replace(/\s+/g, ' ').trim().slice(0, 80)
  if (quote !== '' && areWordsGone) return l10n.t('Outdated: the words “{0}” are gone', quote)
  const words = quote === '' ? placeWithoutWords(anchor.quote) : `“${quote}”`
  return state === 'resolved' ? l10n.t('Resolved: {0}', words) : words
}

const placeWithoutWords = (quote: string): string =>
  quote === '' ? l10n.t('On the whole document') : l10n.t('On an empty line')

const isSame = (shown: CommentThread, thread: Thread): boolean =>
  shown.comments.length === thread.comments.length &&
  shown.comments.every(
    (comment, i) => comment instanceof ThreadComment && comment.id === thread.comments[i]?.id,
  )

const commentOf = (remark: Remark): ThreadComment =>
  new ThreadComment(remark, new MarkdownString(remark.body))
