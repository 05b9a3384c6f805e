import type { Json, JsonObject, Node, Path, Visitors } from '@lienthong/plugin-sdk'
import { mayCite } from './citation.ts'

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

type Placed = Pick<Text, 'below' | 'text'>

const none: readonly Placed[] = []

/** Every rule asks for the texts of the same schema; hardly any schema names a directive. */
const remembered = new WeakMap<JsonObject, readonly Placed[]>()

/** The texts of a schema that may name a directive. */
const textsIn = (schema: JsonObject): readonly Placed[] => {
  const known = remembered.get(schema)
  if (known) return known
  const found: Placed[] = []
  for (const key of keys) {
    const value = schema[key]
    if (Array.isArray(value)) for (const [at, text] of value.entries()) add(found, [key, at], text)
    else add(found, [key], value)
  }
  const texts = found.length > 0 ? found : none
  remembered.set(schema, texts)
  return texts
}

const add = (found: Placed[], below: Path, text: Json | undefined): void => {
  if (typeof text === 'string' && mayCite(text)) found.push({ below, text })
}

/** Visitors that hand over every text of a document that may name a directive. */
export const texts = (take: (text: Text) => void): Visitors => ({
  schema(node) {
    for (const { below, text } of textsIn(node.value)) take({ node, below, text, heading: '' })
  },
  'sql.statement': node => take({ node, below: [], text: node.text, heading: '' }),
  'md.section'(node) {
    take({ node, below: [], text: node.value.text, heading: node.value.heading?.text ?? '' })
  },
})
