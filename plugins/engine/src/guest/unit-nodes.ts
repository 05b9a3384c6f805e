import type {
  DuplicateKey,
  Language,
  MdCode,
  MdHeading,
  MdLink,
  MdNode,
  MdRequirement,
  MdSection,
  MdSectionNode,
  Path,
  RefNode,
  SchemaNode,
  SchemaProblem,
  SqlStatementNode,
  SyntaxProblem,
} from '@lienthong/plugin-sdk'
import { frozen } from './frozen.ts'
import { hasRef, schemasOf } from './nodes.ts'
import { statementOf } from './sql-nodes.ts'
import type { GuestUnit } from './wire.ts'

/**
 * Everything of a unit that rules may look at, made at the first look and once per text of the unit. A large script has
 * thousands of units: what one has not takes no memory.
 */
export class UnitNodes {
  readonly syntax: readonly SyntaxProblem[]
  readonly duplicateKeys: readonly DuplicateKey[]
  readonly invalid: readonly SchemaProblem[]
  readonly statement: SqlStatementNode | null
  readonly section: MdSectionNode | null
  private schemaNodes: readonly SchemaNode[] | undefined
  private topDefinitions: readonly SchemaNode[] | undefined
  private refNodes: readonly RefNode[] | undefined
  private pointers: ReadonlyMap<string, SchemaNode> | undefined
  private anchors: ReadonlyMap<string, SchemaNode> | undefined
  private readonly top: string
  private markdownNodes: MarkdownNodes | undefined

  constructor(
    private readonly language: Language,
    private readonly unit: GuestUnit,
  ) {
    const { id, value, base } = unit
    frozen(value)
    this.top = pointerOf(base)
    const problem = { unit: id, value: null }
    const isProblems = unit.syntax.length > 0 && value === null
    this.syntax = each(unit.syntax, (fact, index) => ({ ...problem, path: ['~', 'syntax', index], ...fact }))
    this.duplicateKeys = each(unit.duplicateKeys, (fact, index) => ({
      ...problem,
      path: ['~', 'duplicate', index],
      ...fact,
    }))
    this.invalid = each(unit.invalid, fact => ({ ...fact, ...problem, path: [...base, ...fact.path] }))
    this.statement = language === 'sql' && !isProblems ? frozen(statementOf(unit)) : null
    this.section = language === 'markdown' ? frozen({ unit: id, path: [], value: value as MdSection }) : null
  }

  get schemas(): readonly SchemaNode[] {
    const { id, base, value } = this.unit
    this.schemaNodes ??= this.language === 'json-schema' ? schemasOf(id, base, value) : none
    return this.schemaNodes
  }

  /** Whether the document's root is in it. */
  get holdsRoot(): boolean {
    return this.unit.base.length === 0
  }

  /** Definitions of the root. */
  get definitions(): readonly SchemaNode[] {
    this.topDefinitions ??= this.schemas.filter(isTopDefinition)
    return this.topDefinitions
  }

  get refs(): readonly RefNode[] {
    this.refNodes ??= this.schemas.filter(hasRef)
    return this.refNodes
  }

  /** The schema at a path, given as JSON of its steps as strings. */
  byPointer(pointer: string): SchemaNode | undefined {
    // Nearly all references lead to the top.
    if (pointer === this.top) return this.schemas[0]
    this.pointers ??= new Map(this.schemas.map(node => [pointerOf(node.path), node]))
    return this.pointers.get(pointer)
  }

  /** Schemas by their anchors, of two with one anchor the first. */
  get anchored(): ReadonlyMap<string, SchemaNode> {
    this.anchors ??= anchorsOf(this.schemas)
    return this.anchors
  }

  get headings(): readonly MdNode<MdHeading>[] {
    return this.markdown.headings
  }

  get requirements(): readonly MdNode<MdRequirement>[] {
    return this.markdown.requirements
  }

  get links(): readonly MdNode<MdLink>[] {
    return this.markdown.links
  }

  get codes(): readonly MdNode<MdCode>[] {
    return this.markdown.codes
  }

  private get markdown(): MarkdownNodes {
    this.markdownNodes ??= this.section ? markdownNodes(this.section) : noMarkdown
    return this.markdownNodes
  }
}

interface MarkdownNodes {
  readonly headings: readonly MdNode<MdHeading>[]
  readonly requirements: readonly MdNode<MdRequirement>[]
  readonly links: readonly MdNode<MdLink>[]
  readonly codes: readonly MdNode<MdCode>[]
}

const markdownNodes = (section: MdSectionNode): MarkdownNodes => {
  const { heading, requirements, links, codes } = section.value
  const below =
    (...path: Path) =>
    <T>(value: T, index: number): MdNode<T> =>
      frozen({ unit: section.unit, path: [...path, index], value, parent: section })
  return {
    headings: heading
      ? [frozen({ unit: section.unit, path: ['heading'], value: heading, parent: section })]
      : none,
    requirements: each(requirements, below('requirements')),
    links: each(links, below('links')),
    codes: each(codes, below('codes')),
  }
}

/** A path as what schemas are looked up by. */
export const pointerOf = (path: Path): string => JSON.stringify(path.map(String))

const anchorsOf = (schemas: readonly SchemaNode[]): ReadonlyMap<string, SchemaNode> => {
  const anchors = new Map<string, SchemaNode>()
  for (const node of schemas) {
    const { $anchor } = node.value
    if (typeof $anchor === 'string' && !anchors.has($anchor)) anchors.set($anchor, node)
  }
  return anchors.size > 0 ? anchors : noAnchors
}

/** Shared by all that have nothing. */
const noAnchors: ReadonlyMap<string, SchemaNode> = new Map()
const none: readonly never[] = []

const noMarkdown: MarkdownNodes = { headings: none, requirements: none, links: none, codes: none }

const each = <From, To>(list: readonly From[], make: (one: From, index: number) => To): readonly To[] =>
  list.length === 0 ? none : list.map(make)

const isTopDefinition = ({ role, parent }: SchemaNode) => role === 'definition' && parent === null

/** Makes something when it is first asked for. */
export const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | null = null
  return () => {
    made ??= make()
    return made
  }
}
