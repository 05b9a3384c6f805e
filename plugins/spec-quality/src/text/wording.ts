import type { MdSectionNode } from '@lienthong/plugin-sdk'
import { plain } from './plain.ts'

/**
 * Remembers what was read of a section: it stays the same object until somebody edits it, and rules that look at the whole
 * document would otherwise read all of it again at every keystroke.
 */
export function ofSection<T>(read: (node: MdSectionNode) => T): (node: MdSectionNode) => T {
  const known = new WeakMap<MdSectionNode, { readonly found: T }>()
  return node => {
    const before = known.get(node)
    if (before) return before.found
    const found = read(node)
    known.set(node, { found })
    return found
  }
}

/** The section's text with everything that is no wording blanked out. */
export const plainOf = ofSection(({ value }) => plain(value.text))
