import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { JsonUnit, SecondJsonUnit } from './json-unit.ts'
import { syntaxMessage } from './syntax-messages.ts'
import { definitionId, schemaProvides, syntaxUnit, uniqueIds } from './syntax-unit.ts'
import {
  type DocumentModel,
  type ParsedUnit,
  type Piece,
  rootUnitId,
  type SyntaxFact,
  syntaxUnitId,
  type Unit,
} from './unit.ts'

const containers = new Set(['$defs', 'definitions'])

/**
 * Reads a JSON Schema written in JSON. While the text cannot be read every unit keeps its last good content; what cannot
 * be read is told on its own.
 */
export const readJson = (text: string, previous: DocumentModel | null): DocumentModel => {
  const before = previous?.units ?? []
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const syntax = errors.map(error => syntaxFact(error, text.length))
  const wasRead = before.some(unit => unit.id === rootUnitId)
  const units =
    errors.length > 0 && wasRead
      ? before.filter(({ id }) => id !== syntaxUnitId).map(unit => ({ ...unit, isBroken: true }))
      : tree
        ? new Reader(text, before).read(tree)
        : []
  return { language: 'json-schema', units: [...units, ...syntaxUnit(syntax, text, before)] }
}

const syntaxFact = ({ error, offset, length }: ParseError, textLength: number): SyntaxFact => {
  const code = printParseErrorCode(error)
  const start = Math.min(offset, textLength)
  return {
    start,
    end: Math.min(start + length, textLength),
    code: `json:${code}`,
    message: syntaxMessage('json', code, ''),
  }
}

class Reader {
  private readonly byId: ReadonlyMap<string, Unit>
  private readonly unique = uniqueIds()

  constructor(
    private readonly text: string,
    previous: readonly Unit[],
  ) {
    this.byId = new Map(previous.map(unit => [unit.id, unit]))
  }

  read(tree: Node): Unit[] {
    const split = (tree.type === 'object' ? (tree.children ?? []) : []).filter(isContainer)
    const definitions = split.flatMap(container =>
      (container.children?.[1]?.children ?? []).map(property => this.definition(nameOf(container), property)),
    )
    return [this.root(tree, split), ...definitions]
  }

  private root(tree: Node, split: readonly Node[]): Unit {
    const pieces = piecesAround(split.flatMap(membersOf), this.text.length)
    const text = pieces.map(({ at, length }) => this.text.slice(at, at + length)).join('')
    const names = split.map(nameOf).join()
    const before = this.byId.get(rootUnitId)
    const isSame = before?.text === text && before.parsed instanceof RootUnit && before.parsed.names === names
    const toUnit = (offset: number) => {
      let found = pieces[0]
      for (const piece of pieces) if (piece.at <= offset) found = piece
      return found ? found.from + Math.min(offset - found.at, found.length) : offset
    }
    const parsed = isSame ? before.parsed : new RootUnit(text, tree, toUnit, new Set(split), names)
    return {
      id: rootUnitId,
      base: [],
      text,
      pieces,
      parsed,
      provides: schemaProvides(rootUnitId, text),
      isBroken: false,
    }
  }

  private definition(container: string, property: Node): Unit {
    const name = nameOf(property)
    const plain = definitionId(container, name)
    const id = this.unique(plain)
    const text = this.text.slice(property.offset, property.offset + property.length)
    const pieces = [{ from: 0, at: property.offset, length: property.length }]
    const parsed = this.parsedDefinition(id, text, property, id === plain ? null : name)
    const provides = id === plain ? schemaProvides(id, text) : []
    return { id, base: [container, name], text, pieces, parsed, provides, isBroken: false }
  }

  private parsedDefinition(id: string, text: string, property: Node, twice: string | null): ParsedUnit {
    const before = this.byId.get(id)
    const isSame = before?.text === text && before.parsed instanceof SecondJsonUnit === (twice !== null)
    if (isSame) return before.parsed
    const value = property.children?.[1] ?? property
    const read = new JsonUnit(text, value, offset => offset - property.offset)
    return twice === null ? read : new SecondJsonUnit(read, twice)
  }
}

class RootUnit extends JsonUnit {
  constructor(
    text: string,
    node: Node,
    toUnit: (offset: number) => number,
    left: ReadonlySet<Node>,
    readonly names: string,
  ) {
    super(text, node, toUnit, left)
  }
}

const nameOf = (property: Node): string => String(property.children?.[0]?.value)
const membersOf = (container: Node): readonly Node[] => container.children?.[1]?.children ?? []
const isContainer = (property: Node) =>
  containers.has(nameOf(property)) &&
  property.children?.[1]?.type === 'object' &&
  membersOf(property).every(member => member.children?.[1])

/** The text around the given nodes. */
const piecesAround = (nodes: readonly Node[], length: number): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  let from = 0
  for (const node of [
    ...nodes.map(({ offset, length }) => ({ offset, length })),
    { offset: length, length: 0 },
  ]) {
    if (node.offset > at) pieces.push({ from, at, length: node.offset - at })
    from += Math.max(0, node.offset - at)
    at = node.offset + node.length
  }
  return pieces
}
