import type { HelpVisitors, Rule, Visitors } from '@lienthong/plugin-sdk'

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
  requireNamesOf(names, `The rule ${id}`, visitors)
  const closing = (['notes', 'document'] as const).filter(name => visitors[name])
  if (rule.scope === 'unit' && closing[0])
    throw new TypeError(`The rule ${id} has a visitor "${closing[0]}" and is not of scope "document".`)
  if (closing.length > 1) throw new TypeError(`The rule ${id} has both visitors "notes" and "document".`)
  known.add(rule)
}

/** What tells of problems, or closes a document, has no place to explain. */
const ofRulesOnly: readonly string[] = ['syntax', 'duplicateKey', 'schema.invalid', 'notes', 'document']
const helpNames = Object.fromEntries(Object.entries(names).filter(([name]) => !ofRulesOnly.includes(name)))

/** Throws TypeError. */
export const requireHelpVisitors = (id: string, visitors: HelpVisitors): void =>
  requireNamesOf(helpNames, `“${id}”`, visitors)

const requireNamesOf = (known: object, who: string, visitors: object): void => {
  const unknown = Object.keys(visitors).find(name => !Object.hasOwn(known, name))
  if (unknown !== undefined) throw new TypeError(`${who} has a visitor "${unknown}", which there is not.`)
}
