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
  /** Where it was noted. */
  readonly node: Node<unknown>
  /** Whatever the rule gave. */
  readonly fact: unknown
}

/** What is kept of a note for a `notes` visitor: the place, to report at, and the fact. */
export interface PlainNote {
  /** Where it was noted. */
  readonly node: Node<null>
  /** As JSON keeps it, frozen. */
  readonly fact: unknown
}

/** A published version of the document. */
export interface Version {
  /** Its number: `1.2.0`. */
  readonly revision: string
  /** What it holds as a whole. Report on nodes of the document at hand, not on these. */
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
  /** What the rule itself noted, in document order. */
  readonly notes: readonly Note[]
  /** Null when nothing is published yet, and in rules that do not declare `inputs: ['publishedVersion']`. */
  readonly published: PublishedVersion | null
}

/** What a JSON Schema document holds as a whole. */
export interface SchemaDocument extends Facts {
  readonly language: 'json-schema'
  /** Null where the document is no object, or cannot be read. */
  readonly root: SchemaNode | null
  /** Those of the root, in document order. */
  readonly definitions: readonly SchemaNode[]
  /** Every schema that has `$ref`, in document order. */
  readonly refs: readonly RefNode[]
}

/** A table as the script leaves it: what `alter table` adds, changes, renames and drops is taken in. A node stays where it was written first. */
export interface SqlTableFacts {
  /** Its name now. */
  readonly table: SqlName
  /** The `create table` that made it. */
  readonly statement: SqlStatementNode<SqlTable>
  /** Added ones at the end; their places are in the statements that wrote them. */
  readonly columns: readonly SqlColumnNode[]
  /** Those beside columns and those on their own. */
  readonly constraints: readonly SqlConstraintNode[]
  /** Those that are on it at the end. */
  readonly indexes: readonly SqlStatementNode<SqlIndex>[]
}

/** What a DDL script holds as a whole. For what is there at a statement, see `SqlScript`. */
export interface SqlDocument extends Facts {
  readonly language: 'sql'
  /** In the order of the script. */
  readonly statements: readonly SqlStatementNode[]
  /** Those that are there at the end; of two with one name the first. */
  readonly tables: readonly SqlTableFacts[]
  /** Those that are there at the end. */
  readonly views: readonly SqlStatementNode<SqlView>[]
  /** Every `create index`, dropped ones included. */
  readonly indexes: readonly SqlStatementNode<SqlIndex>[]
}

/** What a Markdown specification holds as a whole, in document order. */
export interface MarkdownDocument extends Facts {
  readonly language: 'markdown'
  /** The first may have no heading. */
  readonly sections: readonly MdSectionNode[]
  /** Of all sections. */
  readonly headings: readonly MdNode<MdHeading>[]
  /** Of all sections. */
  readonly requirements: readonly MdNode<MdRequirement>[]
  /** Of all sections, images included. */
  readonly links: readonly MdNode<MdLink>[]
}

/** A whole document, told apart by `language`. */
export type DocumentFacts = SchemaDocument | SqlDocument | MarkdownDocument
