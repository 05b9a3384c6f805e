/** As many as are read in a message. */
const shown = 8

/** Names in a message, the first of many. */
export const listed = (names: readonly string[]): string =>
  names.length > shown ? `${names.slice(0, shown).join(', ')}, …` : names.join(', ')
