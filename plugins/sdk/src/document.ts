import type { MdHeading, MdLink, MdNode, MdRequirement, MdSectionNode } from './markdown.ts'
import type { Node } from './node.ts'
import type { RefNode, SchemaNode } from './schema.ts'
import type {
  SqlColumnNode,
  SqlConstraintNode,
  SqlIndex,
  SqlName,
  SqlStatementNode,
  SqlTable,
  SqlView,
} from './sql.ts'

/** The syntaxes of documents. `json-schema-yaml` and `json-schema-json` read alike. */
export type Format = 'markdown' | 'json-schema-yaml' | 'json-schema-json' | 'sql'

/** What a rule says it understands. */
export type Language = 'json-schema' | 'sql' | 'markdown'

/** What a document-wide rule noted at a node, by `ctx.note`. In document order. */
export interface Note {
  readonly node: Node<unknown>
  readonly fact: unknown
}

/** What is kept of a note for a `notes` visitor: the place, to report at, and the fact. */
export interface PlainNote {
  readonly node: Node<null>
  readonly fact: unknown
}

/** A published version of the document. */
export interface Version {
  /** Its number: `1.2.0`. */
  readonly revision: string
  /** What it holds as a whole. */
  readonly facts: DocumentFacts
}

/** The version of the document that is in force. */
export interface PublishedVersion extends Version {
  /**
   * What was published before it. Looking asks for it: it is null until the host has handed it in, and the rule runs again once it
   * has. Rules that do not look cost nothing.
   */
  readonly earlier: EarlierVersions | null
}

/** The versions that were published before the one in force. */
export interface EarlierVersions {
  /** The newest first. */
  readonly versions: readonly Version[]
  /** False where there are older ones than these, for which there is no room: 1,200,000 characters in all, the document included. */
  readonly isAll: boolean
}

/** What every document has as a whole. */
interface Facts {
  readonly notes: readonly Note[]
  /** Null when nothing is published yet, and in rules that do not declare `inputs: ['publishedVersion']`. */
  readonly published: PublishedVersion | null
}

/** What a JSON Schema document holds as a whole. `definitions` are those of the root, in document order. */
export interface SchemaDocument extends Facts {
  readonly language: 'json-schema'
  readonly root: SchemaNode | null
  readonly definitions: readonly SchemaNode[]
  readonly refs: readonly RefNode[]
}

/** A table as the script leaves it: what `alter table` adds, changes, renames and drops is taken in. A node stays where it was written first. */
export interface SqlTableFacts {
  readonly table: SqlName
  readonly statement: SqlStatementNode<SqlTable>
  readonly columns: readonly SqlColumnNode[]
  readonly constraints: readonly SqlConstraintNode[]
}

/** What a DDL script holds as a whole, in document order. `tables` and `views` are those that are there at its end; of two with one name the first table. For what is there at a statement, see `SqlScript`. */
export interface SqlDocument extends Facts {
  readonly language: 'sql'
  readonly statements: readonly SqlStatementNode[]
  readonly tables: readonly SqlTableFacts[]
  readonly views: readonly SqlStatementNode<SqlView>[]
  readonly indexes: readonly SqlStatementNode<SqlIndex>[]
}

/** What a Markdown specification holds as a whole, in document order. */
export interface MarkdownDocument extends Facts {
  readonly language: 'markdown'
  readonly sections: readonly MdSectionNode[]
  readonly headings: readonly MdNode<MdHeading>[]
  readonly requirements: readonly MdNode<MdRequirement>[]
  readonly links: readonly MdNode<MdLink>[]
}

/** A whole document, told apart by `language`. */
export type DocumentFacts = SchemaDocument | SqlDocument | MarkdownDocument
