import { visibleCharacter } from '@lienthong/protocol'

/**
 * What cannot be seen, or makes text read in another order than it runs ("Trojan Source", CVE-2021-42574): controls of direction, characters
 * without a width, controls other than tab and line feed, and line ends that browsers do not show but JavaScript ends a comment at.
 */
const unseen = /\r(?!\n)|[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cs}]|(?![\t\n\r])\p{Cc}/gu

/** A text in which each such character stands as its number, ⟦U+202E⟧, and how many there are. */
export const visibleCode = (text: string): { shown: string; count: number } => {
  let count = 0
  const shown = text.replace(unseen, character => {
    count++
    return visibleCharacter(character)
  })
  return { shown, count }
}
