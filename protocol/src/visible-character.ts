/** A character that cannot be seen, or should not be obeyed, as its number: `⟦U+202E⟧`. */
export const visibleCharacter = (character: string): string =>
  `⟦U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`
