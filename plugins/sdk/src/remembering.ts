/**
 * A function of a text that remembers up to `limit` answers, and forgets them all at the next: documents have the same few names
 * again and again, and many rules ask. The answer may depend on nothing but the text.
 */
export const remembering = <T extends object | string | number | boolean>(
  limit: number,
  answer: (text: string) => T,
): ((text: string) => T) => {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = answer(text)
    if (known.size >= limit) known.clear()
    known.set(text, made)
    return made
  }
}
