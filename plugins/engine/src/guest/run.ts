import type {
  JsonObject,
  Language,
  Node,
  Note,
  Plugin,
  Rule,
  RuleContext,
  SchemaNode,
  Visitors,
} from '@lienthong/plugin-sdk'
import type { Asking } from './asking.ts'
import { bounded, costOf } from './bounds.ts'
import type { Elsewhere } from './elsewhere.ts'
import type { Inputs } from './inputs.ts'
import type { Following } from './looking.ts'
import { mappingOf } from './mapping-nodes.ts'
import { hasRef } from './nodes.ts'
import { schemaEntity, schemaField } from './schema-fields.ts'
import {
  columnField,
  columnsOf,
  constraintsOf,
  isTable,
  type SqlSurroundings,
  tableEntity,
} from './sql-nodes.ts'
import type { UnitNodes } from './unit-nodes.ts'
import type { GuestReport, Running } from './wire.ts'

/** At most this many findings of one rule in one unit, or in one document pass, fewer where the ways to them are long: beyond it nobody reads on, and memory has an end. */
export const maxReports = 500

/** What a rule is given beside the nodes. */
interface Surroundings {
  readonly options: JsonObject
  readonly following: Following
  readonly inputs: Inputs
}

/** What running a unit's rules left behind. */
export interface UnitRun {
  readonly reports: readonly GuestReport[]
  readonly notes: ReadonlyMap<string, readonly Note[]>
}

/** What one rule visits. */
export interface RuleVisitors {
  readonly rule: string
  readonly visitors: Visitors
}

/** Calls every visitor that wants a node. */
type Emit = <Name extends keyof Visitors>(
  name: Name,
  node: Parameters<NonNullable<Visitors[Name]>>[0],
) => void

export const rulesFor = (
  plugin: Plugin,
  language: Language,
  off: readonly string[],
): readonly [string, Rule][] =>
  Object.entries(plugin.rules).filter(
    ([id, rule]) => rule.meta.languages.includes(language) && !off.includes(id),
  )

/** Where the reports and notes of one unit, or of the document pass (`unit` null), go. */
export class Sink {
  readonly reports: GuestReport[] = []
  readonly notes = new Map<string, readonly Note[]>()

  constructor(
    private readonly unit: string | null,
    private readonly elsewhere: Elsewhere,
  ) {}

  context(id: string, rule: Rule, { options, following, inputs }: Surroundings): RuleContext {
    let count = 0
    const notes: Note[] = []
    // Written out: made for every rule and unit, an extended one of `lookingFor` would be felt.
    return {
      options,
      ...following,
      get directives() {
        return inputs.directivesFor(rule)
      },
      get inventory() {
        return inputs.inventoryFor(rule)
      },
      get schemas() {
        return inputs.schemasFor(rule)
      },
      get dictionary() {
        return inputs.dictionaryFor(rule)
      },
      note: (node, fact) => {
        notes.push({ node, fact })
        this.notes.set(id, notes)
      },
      report: ({ node, below = [], at = 'whole', words = '', nth = 0, messageId, data = {}, fixes = [] }) => {
        this.requireOwn(rule.scope, node.unit)
        if (!Object.hasOwn(rule.meta.messages, messageId))
          throw new TypeError(`The rule ${id} has no message "${messageId}".`)
        if (count >= maxReports) return
        const kept = bounded({ path: [...node.path, ...below], words, data, fixes })
        count += costOf(kept.path)
        this.reports.push({ rule: id, unit: node.unit, at, nth, messageId, ...kept })
      },
    }
  }

  private requireOwn(scope: Rule['scope'], unit: string): void {
    if (this.elsewhere.nodesOf(unit))
      throw new TypeError('A rule reports on its own document, not on what it resolved in another.')
    if (this.unit === null) return
    if (scope === 'document') throw new TypeError('A document rule reports in its document visitor only.')
    if (unit !== this.unit)
      throw new TypeError('A unit rule reports on the unit that it is shown, not on what it resolved.')
  }
}

/** Nobody makes nodes for them of a unit that none of its rules wants to see. */
const schemaVisitors = ['schema', 'schema.property', 'schema.definition', 'schema.ref'] as const

/** Shows the visitors a unit, in its order. */
export const visitUnit = (
  nodes: UnitNodes,
  rules: readonly RuleVisitors[],
  running: Running,
  asking: Asking,
  around: SqlSurroundings,
): void => {
  const wanting = new Map<keyof Visitors, readonly RuleVisitors[]>()
  const emit: Emit = (name, node) => {
    const wanted = wanting.get(name) ?? rules.filter(({ visitors }) => visitors[name])
    wanting.set(name, wanted)
    if (wanted.length === 0) return
    // Neither taken apart nor iterated over: of tens of thousands of calls that takes time.
    for (let at = 0; at < wanted.length; at++) {
      const { rule, visitors } = wanted[at] as RuleVisitors
      running.rule = rule
      ;(visitors[name] as (node: unknown) => void)(node)
    }
    running.rule = ''
  }
  /** All of them are handed the same. Not further down: a field reads its facts when they are looked at. */
  const emitMade: Emit = (name, node) => {
    Object.freeze(node)
    Object.freeze((node as Node<unknown>).value)
    emit(name, node)
  }
  for (const problem of nodes.syntax) emitMade('syntax', problem)
  for (const problem of nodes.duplicateKeys) emitMade('duplicateKey', problem)
  for (const problem of nodes.invalid) emitMade('schema.invalid', problem)
  const wants = (names: readonly (keyof Visitors)[]) =>
    rules.some(({ visitors }) => names.some(name => visitors[name]))
  // These are frozen already.
  if (wants(schemaVisitors)) for (const node of nodes.schemas) visitSchema(node, emit)
  if (wants(['field', 'entity'])) visitSchemaModel(nodes.schemas, emitMade, asking)
  if (wants(['mapping', 'mapping.entry'])) visitMapping(nodes, emitMade)
  visitStatement(nodes, emitMade, around)
  visitMarkdown(nodes, emitMade)
}

const visitSchema = (node: SchemaNode, emit: Emit): void => {
  emit('schema', node)
  if (node.role === 'property') emit('schema.property', node)
  if (node.role === 'definition') emit('schema.definition', node)
  if (hasRef(node)) emit('schema.ref', node)
}

const visitSchemaModel = (schemas: readonly SchemaNode[], emit: Emit, asking: Asking): void => {
  const properties = new Map<SchemaNode, SchemaNode[]>()
  for (const node of schemas) {
    if (node.role !== 'property' || !node.parent) continue
    const known = properties.get(node.parent)
    if (known) known.push(node)
    else properties.set(node.parent, [node])
  }
  for (const node of schemas) {
    const entity = schemaEntity(node)
    if (!entity) continue
    emit('entity', entity)
    for (const property of properties.get(node) ?? []) emit('field', schemaField(property, entity, asking))
  }
}

const visitMapping = (nodes: UnitNodes, emit: Emit): void => {
  const root = nodes.holdsRoot ? nodes.schemas[0] : undefined
  const mapping = root?.role === 'root' && mappingOf(root)
  if (!mapping) return
  emit('mapping', mapping)
  for (const entry of mapping.entries) emit('mapping.entry', entry)
}

const visitStatement = ({ statement }: UnitNodes, emit: Emit, around: SqlSurroundings): void => {
  if (!statement) return
  emit('sql.statement', statement)
  const { value } = statement
  if (isTable(statement)) {
    const entity = tableEntity(statement, around)
    emit('sql.table', statement)
    if (statement.value.kind === 'table') emit('entity', entity)
    for (const column of columnsOf(statement)) {
      emit('sql.column', column)
      emit('field', columnField(column, entity, around))
    }
    for (const constraint of constraintsOf(statement)) emit('sql.constraint', constraint)
  } else if (value.kind === 'view') emit('sql.view', { ...statement, value })
  else if (value.kind === 'index') emit('sql.index', { ...statement, value })
  else if (value.kind === 'comment') emit('sql.comment', { ...statement, value })
  else if (value.kind === 'type') emit('sql.type', { ...statement, value })
}

const visitMarkdown = (nodes: UnitNodes, emit: Emit): void => {
  if (nodes.section) emit('md.section', nodes.section)
  for (const node of nodes.headings) emit('md.heading', node)
  for (const node of nodes.requirements) emit('md.requirement', node)
  for (const node of nodes.links) emit('md.link', node)
  for (const node of nodes.codes) emit('md.code', node)
}
