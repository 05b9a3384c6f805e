import {
  isMapping,
  type Json,
  type JsonObject,
  type Mapping,
  type MappingEntry,
  type MappingEntryNode,
  type MappingNode,
  type SchemaNode,
} from '@lienthong/plugin-sdk'
import { isObject } from './nodes.ts'

/** The mapping in the root of a document; null where there is none. */
export const mappingOf = ({ unit, value: root }: SchemaNode): MappingNode | null => {
  if (!isMapping(root)) return null
  const written = isObject(root.mapping) ? root.mapping : {}
  const entries: MappingEntryNode[] = []
  const node: MappingNode = { unit, path: ['mapping'], value: read(written, root['x-legal-basis']), entries }
  const fields = Array.isArray(written.fields) ? written.fields : []
  for (const [index, field] of fields.entries())
    if (isObject(field))
      entries.push({ unit, path: ['mapping', 'fields', index], value: entryOf(field), parent: node })
  return node
}

const read = ({ source, target, purpose }: JsonObject, basis: Json | undefined): Mapping => ({
  source: textOf(source),
  target: textOf(target),
  purpose: textOf(purpose),
  basis: textsOf(basis),
})

const entryOf = ({ from, to, value, codes, transform, loss }: JsonObject): MappingEntry => ({
  from: textsOf(from),
  to: textOf(to),
  value,
  codes: isObject(codes) ? codes : null,
  transform: textOf(transform),
  loss: textOf(loss),
})

const textOf = (value: Json | undefined) => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** A text, or a list of them; what is none keeps its place, as a name that no field has. */
const textsOf = (value: Json | undefined): string[] => {
  if (Array.isArray(value)) return value.map((item: Json) => textOf(item) ?? '')
  const text = textOf(value)
  return text === null ? [] : [text]
}
