import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { tooDeepAt } from './depth.ts'
import { containerNames, type JsonContainer, splitJson } from './json-split.ts'
import { JsonUnit, SecondJsonUnit } from './json-unit.ts'
import { ownText } from './own-text.ts'
import { syntaxMessage } from './syntax-messages.ts'
import { definitionId, syntaxUnit, uniqueIds } from './syntax-unit.ts'
import {
  type DocumentModel,
  type ParsedUnit,
  type Piece,
  pieceAt,
  type Range,
  rootUnitId,
  type SyntaxFact,
  syntaxUnitId,
  toDocument,
  type Unit,
} from './unit.ts'
import { type ReadAgain, readWithinDefinition } from './within-definition.ts'

const strict = { disallowComments: true, allowTrailingComma: false }

/**
 * Reads a JSON Schema written in JSON. While the text cannot be read every unit keeps its last good content; what cannot
 * be read is told on its own.
 */
export const readJson = (text: string, previous: DocumentModel | null): DocumentModel => {
  const within = previous && readWithinDefinition(text, previous, definitionAgain)
  if (within) return within
  const before = previous?.units ?? []
  const read = inUnits(text, before) ?? whole(text, before)
  return { language: 'json-schema', text, units: [...read.units, ...syntaxUnit(read.syntax, text, before)] }
}

const definitionAgain: ReadAgain = ({ base, parsed: before }, text) => {
  const [container, name] = base
  if (!(before instanceof JsonUnit) || nameIn(text) !== name) return null
  const head = `{"${container}":{`
  const [cut, ...others] = splitJson(`${head}${text}}}`) ?? []
  const [member, ...more] = cut?.members ?? []
  const isOne = member?.start === head.length && member.end === head.length + text.length
  return isOne && others.length + more.length === 0 ? definitionUnit(text) : null
}

/** A definition as it is written; null when it cannot be read. */
const definitionUnit = (text: string): JsonUnit | null => {
  const value = parsed(`{${text}}`)?.children?.[0]?.children?.[1]
  return value ? new JsonUnit(text, value, offset => offset - 1) : null
}

interface Read {
  readonly units: readonly Unit[]
  readonly syntax: readonly SyntaxFact[]
}

/** Each unit parsed on its own, so that nothing keeps more of a text than it is made of; null when one cannot be read. */
const inUnits = (text: string, before: readonly Unit[]): Read | null => {
  const split = splitJson(text)
  const units = split && new Reader(text, before).read(split)
  return units && { units, syntax: [] }
}

const whole = (text: string, before: readonly Unit[]): Read => {
  const { tree, syntax } = parsedWhole(text)
  if (syntax.length > 0 && before.some(unit => unit.id === rootUnitId))
    return {
      units: before.filter(({ id }) => id !== syntaxUnitId).map(unit => ({ ...unit, isBroken: true })),
      syntax,
    }
  const pieces = [{ from: 0, at: 0, length: text.length }]
  return { units: tree ? [rootUnit(text, pieces, new JsonUnit(text, tree, offset => offset))] : [], syntax }
}

/** The parser calls itself for every level: what is too deep for it is not shown to it. */
const parsedWhole = (text: string): { tree: Node | undefined; syntax: SyntaxFact[] } => {
  const start = tooDeepAt(text)
  if (start !== null) {
    const message = syntaxMessage('json', 'TooDeep', '')
    return { tree: undefined, syntax: [{ start, end: start + 1, code: 'json:TooDeep', message }] }
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, strict)
  return { tree, syntax: errors.map(error => syntaxFact(error, text.length)) }
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
  /** Where the definition after the one read last was before. */
  private next = 0

  constructor(
    private readonly text: string,
    private readonly previous: readonly Unit[],
  ) {
    this.byId = new Map(previous.map(unit => [unit.id, unit]))
  }

  read(containers: readonly JsonContainer[]): Unit[] | null {
    const root = this.root(containers)
    if (!root) return null
    const units = [root]
    for (const { name, members } of containers)
      for (const member of members) {
        const unit = this.definition(name, member)
        if (!unit) return null
        units.push(unit)
      }
    return units
  }

  private root(containers: readonly JsonContainer[]): Unit | null {
    const pieces = piecesAround(
      containers.flatMap(({ members }) => members),
      this.text.length,
    )
    const text = pieces.map(({ at, length }) => ownText(this.text, at, at + length)).join('')
    const names = containers.map(({ name }) => name).join()
    const before = this.byId.get(rootUnitId)?.parsed
    if (before instanceof RootUnit && before.text === text && before.names === names)
      return rootUnit(text, pieces, before)
    const around = piecesAround(containers, this.text.length)
    const tree = parsed(around.map(({ at, length }) => this.text.slice(at, at + length)).join(''))
    if (!tree) return null
    const left = new Set(emptied(tree))
    return rootUnit(text, pieces, new RootUnit(text, tree, toUnitIn(pieces, around), left, names))
  }

  private definition(container: string, { start, end }: Range): Unit | null {
    const text = ownText(this.text, start, end)
    const pieces = [{ from: 0, at: start, length: end - start }]
    const before = this.previous[++this.next]
    const isSame = before?.text === text && before.base[0] === container && !before.isBroken
    const name = isSame ? String(before.base[1]) : nameIn(text)
    if (name === null) return null
    const plain = definitionId(container, name)
    const id = this.unique(plain)
    const base = [container, name]
    const twice = id === plain ? null : name
    if (isSame && before.id === id && twice === null) return { ...before, pieces }
    const parsed = this.parsedDefinition(id, text, twice)
    return parsed && { id, base, text, pieces, parsed, provides: [], isBroken: false }
  }

  private parsedDefinition(id: string, text: string, twice: string | null): ParsedUnit | null {
    const before = this.byId.get(id)
    const isSame = before?.text === text && before.parsed instanceof SecondJsonUnit === (twice !== null)
    if (isSame) return before.parsed
    const read = definitionUnit(text)
    return read && twice !== null ? new SecondJsonUnit(read, twice) : read
  }
}

const parsed = (text: string): Node | null => {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, strict)
  return errors.length === 0 ? (tree ?? null) : null
}

/** The name that a definition begins with; null when it is not written as JSON. */
const nameIn = (text: string): string | null => {
  const name = parsed(/^"(?:[^"\\\n]|\\.)*"/.exec(text)?.[0] ?? '')
  return name ? String(name.value) : null
}

/** The definitions that were cut out left their braces. */
const emptied = (tree: Node): Node[] =>
  (tree.children ?? []).filter(({ children: [name, value] = [] }) => {
    const isEmpty = value?.type === 'object' && value.children?.length === 0
    return isEmpty && containerNames.has(String(name?.value))
  })

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

const rootUnit = (text: string, pieces: readonly Piece[], parsed: JsonUnit): Unit => ({
  id: rootUnitId,
  base: [],
  text,
  pieces,
  parsed,
  provides: [],
  isBroken: false,
})

/** The text around some stretches. */
const piecesAround = (stretches: readonly Range[], length: number): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  let from = 0
  for (const { start, end } of [...stretches, { start: length, end: length }]) {
    if (start > at) pieces.push({ from, at, length: start - at })
    from += Math.max(0, start - at)
    at = end
  }
  return pieces
}

/** Made apart from the reader, which a function of its own would keep, and with it the document of before. */
const toUnitIn = (pieces: readonly Piece[], around: readonly Piece[]) => (offset: number) =>
  inPieces(pieces, toDocument(around, { start: offset, end: offset }).start)

/** An offset of the document in the unit; what was cut out lies where it was. */
const inPieces = (pieces: readonly Piece[], offset: number): number => {
  const found = pieceAt(pieces, 'at', offset)
  return found ? found.from + Math.min(offset - found.at, found.length) : offset
}
