import { type DocumentSession, offsetsOf } from '@lienthong/protocol/client'

/** Where a person's caret is in the text, as the others are told; undefined while nobody of this name has one. */
export const caretOf = (session: DocumentSession, name: string): number | undefined => {
  const person = [...session.presence.participants.values()].find(({ displayName }) => displayName === name)
  const [selection] = person?.selections ?? []
  return selection && offsetsOf(session.text, selection)?.head
}
