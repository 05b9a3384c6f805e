import type { Node, Report, Visitors } from '@lienthong/plugin-sdk'

/** Something that a document says of itself: by a keyword in the root of a schema, or in a line `Label: value` of a specification or of a comment in DDL. */
export interface Stated {
  readonly value: string
  readonly place: Pick<Report, 'node' | 'below' | 'at' | 'words'>
}

/** How something is stated. */
export interface Statement {
  readonly keyword: string
  readonly labels: readonly string[]
}

/** Visitors that hand over what a document states, every time that it does. */
export const stated = (
  { keyword, labels }: Statement,
  take: (node: Node<unknown>, stated: Stated) => void,
): Visitors => {
  const line = lineOf(labels)
  const inText = (node: Node<unknown>, text: string) => {
    const value = line.exec(text)?.[1]?.replace(/[*_`]/g, '').trim()
    if (value) take(node, { value, place: { node, words: value } })
  }
  return {
    schema(node) {
      const value = node.role === 'root' ? node.value[keyword] : undefined
      if (typeof value === 'string')
        take(node, { value, place: { node, below: [keyword], at: 'value', words: value } })
    },
    'sql.statement': node => inText(node, node.text),
    'md.section': node => inText(node, node.value.text),
  }
}

const lineOf = (labels: readonly string[]): RegExp =>
  new RegExp(`(?:^|\\n|')[^\\p{L}\\n]*(?:${labels.join('|')})[*_ ]*:[*_ ]*([^\\n']{1,300})`, 'iu')
