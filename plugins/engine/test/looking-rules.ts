import { bundle } from './rules.ts'

const plugin = (create: string, scope: 'unit' | 'document' = 'unit', globals = '') =>
  `${globals}\n${bundle({ look: { create, scope } })}`

/** A plugin for each way of looking at what references lead to: what one asks for does not cover up what another forgets. */
export const lookers: Readonly<Record<string, string>> = {
  existence: plugin(`{ 'schema.ref': node => say(node, ctx.resolve(node.ref) ? 'there' : 'missing') }`),
  place: plugin(`{
    'schema.ref'(node) {
      const found = ctx.resolve(node.ref + '/properties/id')
      say(node, found ? [found.path, found.role, found.key, found.unit, found.parent?.path, found.parent?.parent?.path] : 'missing')
    },
  }`),
  content: plugin(
    `{ 'schema.ref': node => say(node, Object.keys(ctx.resolve(node.ref)?.value ?? {}).join()) }`,
  ),
  deeper: plugin(`{
    'schema.ref'(node) {
      const deep = ctx.resolve(node.ref + '/properties/other')
      say(node, [deep ? 'there' : 'missing', ctx.resolve('#/properties/b') ? 'there' : 'missing'])
      say(node, [String(ctx.resolve(node.ref + '/properties/id')?.value.type), String(deep?.parent?.value.title)])
    },
  }`),
  chain: plugin(`{
    'schema.ref'(node) {
      let [ref, way] = [node.ref, []]
      for (let hop = 0; hop < 4 && ref; hop++) {
        const next = ctx.resolve(ref + '/properties/other')
        way.push(next ? String(next.key) : 'missing')
        ref = next?.value.$ref ?? next?.ref
      }
      say(node, [ref ? !!ctx.resolve(String(ref)) : 'end', way])
    },
  }`),
  anchor: plugin(`{
    'schema.definition'(node) {
      const found = ctx.resolve('#neo')
      say(node, found ? found.path : 'missing')
      if (node.key === 'Ward') say(node, Object.keys(ctx.resolve('#neo')?.value ?? {}).join())
    },
  }`),
  copied: plugin(`{
    'schema.ref'(node) {
      const found = ctx.resolve(node.ref)
      const { value, key, unit, parent } = { ...found }
      if (node.parent?.key !== 'Person') say(node, String(found === ctx.resolve(node.ref)))
      else say(node, [Object.keys(value ?? {}), String(key), String(unit), String(parent)])
    },
  }`),
  // These keep what they should not: what they say of it must be true all the same.
  kept: plugin(
    `{
      'schema.ref'(node) {
        const now = ctx.resolve(node.ref)
        if (!now || now.unit === node.unit) return
        const place = now.unit + JSON.stringify(now.path)
        if (!kept.has(place)) kept.set(place, now)
        say(node, Object.keys(kept.get(place).value).join())
      },
    }`,
    'unit',
    'const kept = new Map()',
  ),
  remembered: plugin(
    `{
      'schema.ref'(node) {
        const now = ctx.resolve(node.ref)
        if (now && !by.has(now)) by.set(now, String(now.value.title) + String(now.value.type))
        say(node, now ? by.get(now) : 'missing')
      },
    }`,
    'unit',
    'const by = new WeakMap()',
  ),
  borrowed: plugin(
    `{
      'schema.definition'(node) {
        for (const ref of ['#/$defs/Person', '#/$defs/Address']) {
          const now = ctx.resolve(ref)
          if (!now || now.unit === node.unit) continue
          if (!kept.has(ref)) kept.set(ref, now)
          say(node, [ref, String(kept.get(ref).value.title)])
        }
      },
    }`,
    'unit',
    'const kept = new Map()',
  ),
  definitions: plugin(`{ field: node => say(node, String(node.value.definition)) }`),
  types: plugin(`{ field: node => say(node, [node.value.type, node.value.format, node.value.values]) }`),
  labels: plugin(
    `{ field: node => say(node, [node.value.personalData.label, String(node.value.description)]) }`,
  ),
  summed: plugin(
    `{
      'schema.ref': node => ctx.note(node, { to: ctx.resolve(node.ref), has: !!ctx.resolve(node.ref + '/properties/id') }),
      notes(notes) { for (const { node, fact } of notes) say(node, [Object.keys(fact.to?.value ?? {}), String(fact.to?.key), fact.has]) },
    }`,
    'document',
  ),
  noted: plugin(
    `{
      'schema.ref': node => ctx.note(node, ctx.resolve(node.ref)),
      document(facts) {
        for (const { node, fact } of facts.notes) say(node, [!!fact, facts.definitions?.includes(fact), String(fact?.value.title)])
      },
    }`,
    'document',
  ),
  'noted-fields': plugin(
    `{
      field: node => ctx.note(node, [node.value, node.value.personalData]),
      document({ notes }) { for (const { node, fact } of notes) say(node, fact) },
    }`,
    'document',
  ),
}
