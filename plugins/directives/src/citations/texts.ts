import type { JsonObject, Node, Path, Visitors } from '@lienthong/plugin-sdk'

/** A text in which directives may be named, and where it stands. */
export interface Text {
  readonly node: Node<unknown>
  readonly below: Path
  readonly text: string
  /** Heading of the section. */
  readonly heading: string
}

/** The keyword of a schema that names its basis: a code, a number, a provision, or a list of such. */
const basisKey = 'x-legal-basis'

const keys = ['title', 'description', '$comment', basisKey]

const stringsIn = (schema: JsonObject): { below: Path; text: string }[] =>
  keys.flatMap(key => {
    const value = schema[key]
    const list = Array.isArray(value) ? value.map((text, at) => ({ below: [key, at], text })) : []
    const all = typeof value === 'string' ? [{ below: [key], text: value }] : list
    return all.flatMap(({ below, text }) => (typeof text === 'string' ? [{ below, text }] : []))
  })

/** Visitors that hand over every text of a document that may name a directive. */
export const texts = (take: (text: Text) => void): Visitors => ({
  schema(node) {
    for (const { below, text } of stringsIn(node.value)) take({ node, below, text, heading: '' })
  },
  'sql.statement': node => take({ node, below: [], text: node.text, heading: '' }),
  'md.section'(node) {
    take({ node, below: [], text: node.value.text, heading: node.value.heading?.text ?? '' })
  },
})
