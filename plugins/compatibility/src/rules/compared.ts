import type { DocumentFacts, Json, JsonObject, SchemaDocument, SqlDocument } from '@lienthong/plugin-sdk'
import { SchemaComparison } from '../compare-schemas.ts'
import { compareDdl } from '../ddl/compare-ddl.ts'
import type { DdlDifference } from '../ddl/difference.ts'
import { brief } from '../effort.ts'

/** What a document is compared by. A pass over it hands every rule the same lists, so one comparison serves all rules. */
const schemas = new WeakMap<object, SchemaComparison>()
const scripts = new WeakMap<object, readonly DdlDifference[]>()

/** The document against its published version; null without one. */
export const comparedSchemas = (facts: SchemaDocument): SchemaComparison | null => {
  const published = facts.published?.facts
  if (published?.language !== 'json-schema') return null
  const known =
    schemas.get(facts.definitions) ?? new SchemaComparison(wholeOf(published), wholeOf(facts), brief)
  schemas.set(facts.definitions, known)
  return known
}

export const comparedScripts = (facts: SqlDocument): readonly DdlDifference[] => {
  const published: DocumentFacts | undefined = facts.published?.facts
  if (published?.language !== 'sql') return []
  const statements = ({ statements: all }: SqlDocument) => all.map(({ value }) => value)
  const known = scripts.get(facts.statements) ?? compareDdl(statements(published), statements(facts))
  scripts.set(facts.statements, known)
  return known
}

/** The root's value is handed out without its definitions: they go back to where they stand. */
const wholeOf = ({ root, definitions }: SchemaDocument): Json => {
  const whole: Record<string, Json> = { ...root?.value }
  for (const { path, value } of definitions) {
    const [container, name] = path.map(String)
    if (container === undefined || name === undefined) continue
    whole[container] = { ...(whole[container] as JsonObject | undefined), [name]: value }
  }
  return whole
}
