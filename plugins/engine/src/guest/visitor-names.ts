import type { Rule, Visitors } from '@lienthong/plugin-sdk'

const names: Readonly<Record<keyof Visitors, true>> = {
  ...{ syntax: true, duplicateKey: true, 'schema.invalid': true },
  ...{ schema: true, 'schema.property': true, 'schema.definition': true, 'schema.ref': true },
  ...{ mapping: true, 'mapping.entry': true },
  ...{ 'sql.statement': true, 'sql.table': true, 'sql.column': true, 'sql.constraint': true },
  ...{ 'sql.view': true, 'sql.index': true, 'sql.comment': true, 'sql.type': true },
  ...{ 'md.section': true, 'md.heading': true, 'md.requirement': true, 'md.link': true, 'md.code': true },
  ...{ entity: true, field: true, notes: true, document: true },
}

const known = new WeakSet<Rule>()

/** Who is never called would be a rule that never finds anything. Looked at once for each rule. Throws TypeError. */
export const requireKnownVisitors = (id: string, rule: Rule, visitors: Visitors): void => {
  if (known.has(rule)) return
  requireKnownNames(`The rule ${id}`, visitors)
  const closing = (['notes', 'document'] as const).filter(name => visitors[name])
  if (rule.scope === 'unit' && closing[0])
    throw new TypeError(`The rule ${id} has a visitor "${closing[0]}" and is not of scope "document".`)
  if (closing.length > 1) throw new TypeError(`The rule ${id} has both visitors "notes" and "document".`)
  known.add(rule)
}

/** Throws TypeError. `who` begins the sentence. */
export const requireKnownNames = (who: string, visitors: object): void => {
  const unknown = Object.keys(visitors).find(name => !Object.hasOwn(names, name))
  if (unknown !== undefined) throw new TypeError(`${who} has a visitor "${unknown}", which there is not.`)
}
