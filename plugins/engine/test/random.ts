/** Numbers between 0 and 1, the same for the same seed. */
export const randomFrom = (seed: number) => (): number => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}

/** Edits as people make them: words typed, lines copied, removed and moved, now and then something unreadable and its undoing. */
export const edited = (text: string, next: () => number): string => {
  const lines = text.split('\n')
  const at = Math.floor(next() * lines.length)
  const line = lines[at] ?? ''
  const kind = Math.floor(next() * 7)
  if (kind === 0) lines.splice(at, 1)
  else if (kind === 1) lines.splice(at, 0, line)
  else if (kind === 2) lines.splice(Math.floor(next() * lines.length), 0, ...lines.splice(at, 3))
  else if (kind === 3) lines[at] = line.replace(/[\p{L}]+/u, word => `${word}ệ`)
  else if (kind === 4) lines[at] = line.replace('Person', 'Người').replace('string', 'integer')
  else if (kind === 5) lines[at] = line.replace('Người', 'Person').replace('integer', 'string')
  else return rebalanced(text, next)
  return lines.join('\n')
}

/** A character typed anywhere, or a stretch moved. */
const rebalanced = (text: string, next: () => number): string => {
  const at = Math.floor(next() * text.length)
  if (next() < 0.5)
    return `${text.slice(0, at)}${['ẫ', '#', '"', '\n', '  ', ':', '*'][Math.floor(next() * 7)]}${text.slice(at)}`
  return text.slice(0, at) + text.slice(at + Math.floor(next() * 6))
}
