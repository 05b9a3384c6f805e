import type {
  DocumentFacts,
  Json,
  JsonObject,
  Node,
  SchemaDocument,
  SqlDocument,
  Version,
} from '@lienthong/plugin-sdk'
import { SchemaComparison } from '../compare-schemas.ts'
import { ScriptComparison } from '../compare-scripts.ts'
import { brief } from '../effort.ts'

/** By what a document is made of, and by version. A pass over it hands every rule the same lists, so one comparison serves all rules. */
type Known<Comparison> = WeakMap<object, WeakMap<Version, Comparison>>
const schemas: Known<SchemaComparison> = new WeakMap()
const scripts: Known<ScriptComparison> = new WeakMap()

/** The document against a version of it. */
export const comparedSchemas = (facts: SchemaDocument, version: Version): SchemaComparison | null => {
  const old = version.facts
  if (old.language !== 'json-schema') return null
  return once(
    schemas,
    facts.definitions,
    version,
    () => new SchemaComparison(wholeOf(old), wholeOf(facts), brief),
  )
}

export const comparedScripts = (facts: SqlDocument, version: Version): ScriptComparison | null => {
  const old = version.facts
  if (old.language !== 'sql') return null
  const statements = ({ statements: all }: SqlDocument) => all.map(({ value }) => value)
  return once(
    scripts,
    facts.statements,
    version,
    () => new ScriptComparison(statements(old), statements(facts), brief),
  )
}

/** The node that stands for the document as a whole. */
export const topOf = (facts: DocumentFacts): Node<unknown> | null => {
  if (facts.language === 'json-schema') return facts.root
  return facts.language === 'sql' ? (facts.statements[0] ?? null) : null
}

const once = <Comparison>(
  known: Known<Comparison>,
  document: object,
  version: Version,
  compare: () => Comparison,
): Comparison => {
  const byVersion = known.get(document) ?? new WeakMap<Version, Comparison>()
  known.set(document, byVersion)
  const comparison = byVersion.get(version) ?? compare()
  byVersion.set(version, comparison)
  return comparison
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
