import { createAbsolutePositionFromRelativePosition, decodeRelativePosition } from 'yjs'
import type { Room } from './rooms.service.ts'

/** Where an encoded relative position is in a document's text now; null where it is in no place of it. */
export const offsetIn = ({ doc, text }: Room, at: Uint8Array): number | null => {
  try {
    const found = createAbsolutePositionFromRelativePosition(decodeRelativePosition(at), doc)
    return found?.type === text ? found.index : null
  } catch {
    return null
  }
}
