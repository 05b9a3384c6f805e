import { type Piece, type Range, toDocument, type UnitFinding } from '@lienthong/plugin-engine'
import type { AnchoredRange, Finding } from '@lienthong/protocol'
import * as Y from 'yjs'
import { type Change, moved } from './changes.ts'

/** The document that a check's offsets are to be held to: its text now, and what happened to it since the checked text was taken. */
export interface Now {
  readonly text: Y.Text
  readonly since: Change
}

/** A finding as it travels: on its words, wherever they move. */
export const anchoredFinding = (found: UnitFinding, pieces: readonly Piece[], now: Now): Finding => ({
  ruleId: found.ruleId,
  severity: found.severity,
  message: { ...found.message },
  range: anchored(toDocument(pieces, found), now),
  fingerprint: found.fingerprint,
  ...docsOf(found),
  fixes: found.fixes.map(({ title, edits }) => ({
    title: { ...title },
    edits: edits.map(edit => ({
      range: anchored(toDocument(pieces, edit), now),
      expected: edit.expected,
      text: edit.text,
    })),
  })),
})

/** The very beginning of a text. */
export const beginningOf = (text: Y.Text): AnchoredRange =>
  anchored({ start: 0, end: 0 }, { text, since: null })

/** An address on this server. */
const docsOf = ({ ruleId, severity }: UnitFinding) =>
  severity === 'fault' ? {} : { docsUrl: `/api/v1/plugins/${ruleId.replace('/', '/rules/')}` }

/** The start sticks to the character after it, the end to the one before: what is typed at an edge stays outside. */
const anchored = ({ start, end }: Range, { text, since }: Now): AnchoredRange => {
  const from = moved(start, since, false)
  const isEmpty = start === end
  const to = moved(end, since, !isEmpty)
  return { start: position(text, from, 0), end: isEmpty ? position(text, from, 0) : position(text, to, -1) }
}

const position = (text: Y.Text, offset: number, assoc: number): Uint8Array => {
  const index = Math.min(offset, text.length)
  return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, assoc))
}
