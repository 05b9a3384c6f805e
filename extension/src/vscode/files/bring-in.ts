import { applyDifference, type DocumentSession, overlap } from '@lienthong/protocol/client'
import type { BufferBinding } from '../../core/binding.ts'

/**
 * Brings what differs between `base` and `target` into a document, in an editor as one step of undo. What others wrote since `base` stays;
 * false, with nothing written, where they wrote in the same places.
 */
export const bringIn = (
  { text }: DocumentSession,
  binding: BufferBinding | undefined,
  base: string,
  target: string,
): boolean => {
  if (overlap(base, text.toString(), target)) return false
  const write = (origin?: unknown) => applyDifference(text, base, target, origin)
  if (binding) binding.act(write)
  else write()
  return true
}
