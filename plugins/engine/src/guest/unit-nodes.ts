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
  SchemaNode,
  SchemaProblem,
  SqlStatementNode,
  SyntaxProblem,
} from '@lienthong/plugin-sdk'
import { schemasOf } from './nodes.ts'
import { statementOf } from './sql-nodes.ts'
import type { GuestUnit } from './wire.ts'

/** Everything of a unit that rules may look at, made once per text of the unit. */
export interface UnitNodes {
  readonly syntax: readonly SyntaxProblem[]
  readonly duplicateKeys: readonly DuplicateKey[]
  readonly invalid: readonly SchemaProblem[]
  readonly schemas: readonly SchemaNode[]
  /** The schema at a path, given as JSON of its steps as strings. */
  byPointer(pointer: string): SchemaNode | undefined
  readonly statement: SqlStatementNode | null
  readonly section: MdSectionNode | null
  readonly headings: readonly MdNode<MdHeading>[]
  readonly requirements: readonly MdNode<MdRequirement>[]
  readonly links: readonly MdNode<MdLink>[]
  readonly codes: readonly MdNode<MdCode>[]
}

export const nodesOf = (language: Language, unit: GuestUnit): UnitNodes => {
  const { id } = unit
  const isProblems = unit.syntax.length > 0 && unit.value === null
  const section = language === 'markdown' ? { unit: id, path: [], value: unit.value as MdSection } : null
  const schemas = language === 'json-schema' ? schemasOf(id, unit.base, unit.value) : []
  return {
    syntax: unit.syntax.map((fact, index) => ({
      unit: id,
      path: ['~', 'syntax', index],
      value: null,
      ...fact,
    })),
    duplicateKeys: unit.duplicateKeys.map((fact, index) => ({
      unit: id,
      path: ['~', 'duplicate', index],
      value: null,
      ...fact,
    })),
    invalid: unit.invalid.map(fact => ({
      ...fact,
      unit: id,
      path: [...unit.base, ...fact.path],
      value: null,
    })),
    schemas,
    byPointer: pointerMap(schemas),
    statement: language === 'sql' && !isProblems ? statementOf(unit) : null,
    section,
    ...markdownNodes(section),
  }
}

/** Made at the first look-up. */
const pointerMap = (schemas: readonly SchemaNode[]) => {
  let map: Map<string, SchemaNode> | null = null
  return (pointer: string) => {
    map ??= new Map(schemas.map(node => [JSON.stringify(node.path.map(String)), node]))
    return map.get(pointer)
  }
}

const markdownNodes = (section: MdSectionNode | null) => {
  const parent = section
  const below = <T>(value: T, path: Path): MdNode<T>[] =>
    parent ? [{ unit: parent.unit, path, value, parent }] : []
  const heading = section?.value.heading
  return {
    headings: heading ? below(heading, ['heading']) : [],
    requirements:
      section?.value.requirements.flatMap((value, index) => below(value, ['requirements', index])) ?? [],
    links: section?.value.links.flatMap((value, index) => below(value, ['links', index])) ?? [],
    codes: section?.value.codes.flatMap((value, index) => below(value, ['codes', index])) ?? [],
  }
}
