/**
 * A stretch of a text as a string of its own. V8 keeps the whole text for as long as somebody has a slice of it: of a large document that
 * is edited here and there, every part would keep the text of another moment.
 */
export const ownText = (text: string, start: number, end: number): string =>
  ` ${text.slice(start, end)}`.slice(1)
