import type { Fix, Language, LocalText, Path } from '@lienthong/plugin-sdk'

/** UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface TextEdit extends Range {
  readonly text: string
}

/** Where a node is written. A list item has no key; a key may have no value yet. */
export interface Spot {
  readonly key: Range | null
  readonly value: Range | null
  readonly whole: Range
}

export interface SyntaxFact extends Range {
  readonly code: string
  readonly message: LocalText
}

export interface DuplicateFact {
  readonly key: string
  readonly spot: Spot
}

/** A breach of the meta-schema; `path` starts at the unit's base. */
export interface InvalidFact {
  readonly path: Path
  readonly keyword: string
  readonly message: LocalText
}

/** What was read from a unit's text alone. Its ranges count from the unit's start, so it serves unchanged wherever the unit moves. */
export interface ParsedUnit {
  /** What was read. Ranges count in it. */
  readonly text: string
  /** As rules see it: plain JSON. */
  readonly value: unknown
  readonly duplicateKeys: readonly DuplicateFact[]
  readonly invalid: readonly InvalidFact[]
  readonly syntax: readonly SyntaxFact[]
  /** `path` starts at the unit's base. Null when nothing is there. */
  spot(path: Path): Spot | null
  /** Edits that carry out a fix, or null when it does not fit the place. */
  fix(path: Path, fix: Fix): readonly TextEdit[] | null
}

/** A stretch of a unit: its offset in the unit, its offset in the document, its length. Only the rest around definitions has several. */
export interface Piece {
  readonly from: number
  readonly at: number
  readonly length: number
}

/** A part of a document that is parsed and checked on its own. Its id stays while its name does. */
export interface Unit {
  readonly id: string
  /** The path of the unit's value in the document. */
  readonly base: Path
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly parsed: ParsedUnit
  /** Names of SQL that other units may depend on. When this unit changes, units that asked for one of them run again. */
  readonly provides: readonly string[]
  /** The text cannot be read: `parsed` is the last that could, its ranges are those of then. */
  readonly isBroken: boolean
}

/** A document as units in document order. */
export interface DocumentModel {
  readonly language: Language
  readonly text: string
  readonly units: readonly Unit[]
}

/** The unit around an offset; of one that cannot be read it is not known where its places are. */
export const unitAround = ({ units }: DocumentModel, offset: number): Unit | undefined =>
  units.find(
    ({ pieces, isBroken }) =>
      !isBroken && pieces.some(({ at, length }) => at <= offset && offset <= at + length),
  )

/** The unit of everything that cannot be read, wherever it stands; its offsets are the document's. */
export const syntaxUnitId = 'syntax'

/** Longest name that a unit's id is made of: ids travel with every finding. */
export const maxIdNameLength = 200

/** The rest of a schema around its definitions. */
export const rootUnitId = '#'

/** First step of a path that leads to a problem instead of a value: `['~', kind, index]`. */
export const problemStep = '~'

/** A unit's problem or node, in the unit's own offsets. Falls back to the nearest parent that exists. */
export const spotOf = (unit: Unit, path: Path): Spot => {
  const problem = path[0] === problemStep ? problemSpot(unit.parsed, path) : null
  if (problem) return problem
  for (let depth = path.length; depth >= unit.base.length; depth--) {
    const spot = unit.parsed.spot(path.slice(unit.base.length, depth))
    if (spot) return spot
  }
  return wholeSpot({ start: 0, end: 0 })
}

const problemSpot = (parsed: ParsedUnit, [, kind, index]: Path): Spot | null => {
  if (kind === 'syntax') {
    const found = parsed.syntax[Number(index)]
    return found ? wholeSpot({ start: found.start, end: found.end }) : null
  }
  return parsed.duplicateKeys[Number(index)]?.spot ?? null
}

export const wholeSpot = (whole: Range): Spot => ({ key: null, value: whole, whole })

/** Carries an offset of the unit into the document. Ends belong to the piece before them. */
export const toDocument = (pieces: readonly Piece[], { start, end }: Range): Range => {
  const from = offsetIn(pieces, start)
  return { start: from, end: end > start ? offsetIn(pieces, end - 1) + 1 : from }
}

const offsetIn = (pieces: readonly Piece[], offset: number): number => {
  const found = pieceAt(pieces, 'from', offset)
  return found ? found.at + Math.min(offset - found.from, found.length) : 0
}

/** The last piece that begins at an offset or before it, in the unit (`from`) or in the document (`at`); before all of them the first. */
export const pieceAt = (pieces: readonly Piece[], side: 'from' | 'at', offset: number): Piece | undefined => {
  let low = 0
  let high = pieces.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.[side] ?? 0) <= offset) low = middle
    else high = middle
  }
  return pieces[low]
}

/** Whether everything in it could be read: of a part that could not it is not known what rules would find. */
export const isReadable = ({ units }: DocumentModel): boolean =>
  units.every(({ id, isBroken }) => id !== syntaxUnitId && !isBroken)
