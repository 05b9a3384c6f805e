/** A paragraph or list item at the margin, with where it begins. */
export interface Block {
  readonly text: string
  readonly from: number
}

/** Headings, tables, quotations and indented lines are no statements of their own. */
const noStatement = /^(?:#|\||>| {2,}|\t|=+\s*$|-+\s*$)/
const marker = /^(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/

/** The paragraphs and list items of a section that stand at the margin; what is indented belongs to the one above. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open = false
  let from = 0
  for (const line of text.split('\n')) {
    const mark = marker.exec(line)?.[0] ?? ''
    if (line.trim() === '' || noStatement.test(line)) open = false
    else if (mark !== '' || !open) {
      blocks.push({ text: line.slice(mark.length), from: from + mark.length })
      open = true
    } else {
      const last = blocks.pop()
      if (last) blocks.push({ ...last, text: `${last.text}\n${line}` })
    }
    from += line.length + 1
  }
  return blocks
}
