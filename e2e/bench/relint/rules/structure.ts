import { definePlugin, type SchemaNode } from '@lienthong/plugin-sdk'
import { documentRule, rule } from './reporting.ts'

const keywords = new Set(
  '$schema $id $ref $defs $comment $anchor title description type properties required additionalProperties patternProperties items prefixItems enum const default examples minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems allOf anyOf oneOf not if then else contains propertyNames deprecated readOnly writeOnly'.split(
    ' ',
  ),
)

/** Five of the fifteen rules that the peers are given too. */
export default definePlugin({
  rules: {
    'no-unknown-keyword': rule('Unknown keyword', ({ value }) =>
      Object.keys(value).some(key => !keywords.has(key)),
    ),
    'ref-resolves': rule(
      'Cannot resolve the reference',
      ({ value }, ctx) => typeof value.$ref === 'string' && !ctx.resolve(value.$ref),
    ),
    'required-exists': rule('Required but not defined', ({ value }) => {
      const { required, properties } = value
      return (
        Array.isArray(required) && required.some(name => !Object.hasOwn(Object(properties), String(name)))
      )
    }),
    'no-unused-definition': documentRule('Never used', ({ definitions, refs }) => {
      const used = new Set(refs.map(({ ref }) => ref))
      return definitions.filter(node => !used.has(pointerOf(node)))
    }),
    'no-required-cycle': documentRule('Requires itself', ({ definitions }) => {
      const nodes = new Map(definitions.map(node => [pointerOf(node), node]))
      return definitions.filter(node => reaches(node, pointerOf(node), nodes))
    }),
  },
})

const pointerOf = ({ path }: SchemaNode): string => `#/${path.join('/')}`

/** Whether a record of this definition must hold another of the wanted one, and so on without an end. */
const reaches = (from: SchemaNode, wanted: string, nodes: ReadonlyMap<string, SchemaNode>): boolean => {
  const seen = new Set<string>()
  const pending = needed(from)
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    if (ref === wanted) return true
    const node = nodes.get(ref)
    if (!node || seen.has(ref)) continue
    seen.add(ref)
    pending.push(...needed(node))
  }
  return false
}

const needed = ({ value }: SchemaNode): string[] => {
  const { required, properties } = value as {
    required?: string[]
    properties?: Record<string, { $ref?: string }>
  }
  return (required ?? []).flatMap(name => properties?.[name]?.$ref ?? [])
}
