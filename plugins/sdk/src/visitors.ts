import type { DocumentFacts, PlainNote } from './document.ts'
import type { MappingEntryNode, MappingNode } from './mapping.ts'
import type { MdCode, MdHeading, MdLink, MdNode, MdRequirement, MdSectionNode } from './markdown.ts'
import type { DuplicateKey, SchemaProblem, SyntaxProblem } from './problems.ts'
import type { RefNode, SchemaNode } from './schema.ts'
import type { EntityNode, FieldNode } from './schema-model.ts'
import type {
  SqlColumnNode,
  SqlComment,
  SqlConstraintNode,
  SqlIndex,
  SqlStatementNode,
  SqlTable,
  SqlType,
  SqlView,
} from './sql.ts'

/**
 * What a rule wants to see; called in document order, parents before children. A name that does not exist here does not
 * compile. Node visitors of a `document` rule may only take notes; its `notes` or `document` visitor reports.
 */
export interface Visitors {
  /** A place that cannot be read, in every language. */
  syntax?(problem: SyntaxProblem): void
  /** A key or definition written twice. */
  duplicateKey?(problem: DuplicateKey): void
  /** A breach of the JSON Schema 2020-12 meta-schema. */
  'schema.invalid'?(problem: SchemaProblem): void
  /** Every schema and subschema, the root and definitions included. Boolean schemas are not visited. */
  schema?(node: SchemaNode): void
  /** Every subschema under `properties`. */
  'schema.property'?(node: SchemaNode): void
  /** Every subschema under `$defs` or `definitions`. */
  'schema.definition'?(node: SchemaNode): void
  /** Every schema that has `$ref`. */
  'schema.ref'?(node: RefNode): void
  /** The mapping that a document is. */
  mapping?(node: MappingNode): void
  /** Every entry of it. */
  'mapping.entry'?(node: MappingEntryNode): void
  /** Every statement. */
  'sql.statement'?(node: SqlStatementNode): void
  /** `create table` and `alter table … add`. */
  'sql.table'?(node: SqlStatementNode<SqlTable>): void
  /** Every column of those. */
  'sql.column'?(node: SqlColumnNode): void
  /** Every constraint of those. */
  'sql.constraint'?(node: SqlConstraintNode): void
  /** `create view`. */
  'sql.view'?(node: SqlStatementNode<SqlView>): void
  /** `create index`. */
  'sql.index'?(node: SqlStatementNode<SqlIndex>): void
  /** `comment on table` and `comment on column`. */
  'sql.comment'?(node: SqlStatementNode<SqlComment>): void
  /** `create type` and `create domain`. */
  'sql.type'?(node: SqlStatementNode<SqlType>): void
  /** Every section of a specification. */
  'md.section'?(node: MdSectionNode): void
  /** Every heading. */
  'md.heading'?(node: MdNode<MdHeading>): void
  /** Every numbered requirement. */
  'md.requirement'?(node: MdNode<MdRequirement>): void
  /** Every link and image. */
  'md.link'?(node: MdNode<MdLink>): void
  /** Every fenced code block. */
  'md.code'?(node: MdNode<MdCode>): void
  /** A schema with properties or a table: one rule for JSON Schema and SQL. */
  entity?(node: EntityNode): void
  /** A property or a column: one rule for JSON Schema and SQL. */
  field?(node: FieldNode): void
  /**
   * Everything that the rule noted, after everything else. Only in rules of scope `document`, which note plain data then. It is
   * called only when a note has changed: in a large document most keystrokes cost such a rule nothing. Prefer it.
   */
  notes?(notes: readonly PlainNote[]): void
  /** The whole document, after everything else, at every change. Only in rules of scope `document`. */
  document?(facts: DocumentFacts): void
}
