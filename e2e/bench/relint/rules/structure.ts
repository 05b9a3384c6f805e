import { definePlugin, type SchemaNode } from '@lienthong/plugin-sdk'
import { rule, summingRule } from './reporting.ts'

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
    'no-unused-definition': summingRule('Never used', pointersOf, facts => {
      const used = new Set(facts.map(({ ref }) => ref))
      return ({ definition }) => definition !== null && !used.has(definition)
    }),
    'no-required-cycle': summingRule('Requires itself', pointersOf, facts => {
      const needed = new Map(facts.map(fact => [fact.definition, fact.needed]))
      return ({ definition }) => definition !== null && reaches(definition, needed)
    }),
  },
})

function pointersOf(node: SchemaNode) {
  const isDefinition = node.role === 'definition' && node.parent === null
  return {
    definition: isDefinition ? `#/${node.path.join('/')}` : null,
    ref: typeof node.value.$ref === 'string' ? node.value.$ref : null,
    needed: isDefinition ? neededBy(node) : [],
  }
}

/** Whether a record of this definition must hold another of it, and so on without an end. */
const reaches = (definition: string, needed: ReadonlyMap<string | null, readonly string[]>): boolean => {
  const seen = new Set<string>()
  const pending = [...(needed.get(definition) ?? [])]
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    if (ref === definition) return true
    if (seen.has(ref)) continue
    seen.add(ref)
    pending.push(...(needed.get(ref) ?? []))
  }
  return false
}

const neededBy = ({ value }: SchemaNode): string[] => {
  const { required, properties } = value as {
    required?: string[]
    properties?: Record<string, { $ref?: string }>
  }
  return (required ?? []).flatMap(name => properties?.[name]?.$ref ?? [])
}
