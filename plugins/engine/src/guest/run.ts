import type {
  JsonObject,
  Language,
  Note,
  Plugin,
  Rule,
  RuleContext,
  SchemaNode,
  Visitors,
} from '@lienthong/plugin-sdk'
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
import type { GuestReport } from './wire.ts'

/** At most this many findings of one rule in one unit, or in one document pass: beyond it nobody reads on, and memory has an end. */
export const maxReports = 500

export type Resolve = (ref: string) => SchemaNode | undefined

/** What running a unit's rules left behind. */
export interface UnitRun {
  readonly reports: readonly GuestReport[]
  readonly notes: ReadonlyMap<string, readonly Note[]>
}

/** Calls every visitor that wants a node. */
type Emit = <Name extends keyof Visitors>(
  name: Name,
  node: Parameters<NonNullable<Visitors[Name]>>[0],
) => void

export const rulesFor = (plugin: Plugin, language: Language): [string, Rule][] =>
  Object.entries(plugin.rules).filter(([, rule]) => rule.meta.languages.includes(language))

/** Where the reports and notes of one unit, or of the document pass (`unit` null), go. */
export class Sink {
  readonly reports: GuestReport[] = []
  readonly notes = new Map<string, Note[]>()

  constructor(private readonly unit: string | null) {}

  context(id: string, scope: Rule['scope'], options: JsonObject, resolve: Resolve): RuleContext {
    let count = 0
    return {
      options,
      resolve,
      note: (node, fact) => {
        const notes = this.notes.get(id) ?? []
        notes.push({ node, fact })
        this.notes.set(id, notes)
      },
      report: ({ node, below = [], at = 'whole', messageId, data = {}, fixes = [] }) => {
        this.requireOwn(scope, node.unit)
        count++
        if (count > maxReports) return
        const path = [...node.path, ...below]
        this.reports.push({ rule: id, unit: node.unit, path, at, messageId, data, fixes })
      },
    }
  }

  private requireOwn(scope: Rule['scope'], unit: string): void {
    if (this.unit === null) return
    if (scope === 'document') throw new TypeError('A document rule reports in its document visitor only.')
    if (unit !== this.unit)
      throw new TypeError('A unit rule reports on the unit that it is shown, not on what it resolved.')
  }
}

/** Shows the visitors a unit, in its order. */
export const visitUnit = (
  nodes: UnitNodes,
  visitors: readonly Visitors[],
  resolve: Resolve,
  around: SqlSurroundings,
): void => {
  const emit: Emit = (name, node) => {
    for (const visitor of visitors) (visitor[name] as ((node: unknown) => void) | undefined)?.(node)
  }
  for (const problem of nodes.syntax) emit('syntax', problem)
  for (const problem of nodes.duplicateKeys) emit('duplicateKey', problem)
  for (const problem of nodes.invalid) emit('schema.invalid', problem)
  const wantsFields = visitors.some(({ field, entity }) => field || entity)
  for (const node of nodes.schemas) visitSchema(node, emit)
  if (wantsFields) visitSchemaModel(nodes.schemas, emit, resolve)
  visitStatement(nodes, emit, around)
  visitMarkdown(nodes, emit)
}

const visitSchema = (node: SchemaNode, emit: Emit): void => {
  emit('schema', node)
  if (node.role === 'property') emit('schema.property', node)
  if (node.role === 'definition') emit('schema.definition', node)
  if (hasRef(node)) emit('schema.ref', node)
}

const visitSchemaModel = (schemas: readonly SchemaNode[], emit: Emit, resolve: Resolve): void => {
  for (const node of schemas) {
    const entity = schemaEntity(node)
    if (!entity) continue
    emit('entity', entity)
    for (const child of schemas)
      if (child.parent === node && child.role === 'property')
        emit('field', schemaField(child, entity, resolve))
  }
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
