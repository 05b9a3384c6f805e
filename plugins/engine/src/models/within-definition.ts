import { editBetween, edited } from './edit-between.ts'
import {
  type DocumentModel,
  type ParsedUnit,
  type Piece,
  syntaxUnitId,
  type TextEdit,
  type Unit,
} from './unit.ts'

/** Reads a definition's new text; null where it is not, as before, one sound definition of this name and nothing else. */
export type ReadAgain = (unit: Unit, text: string) => ParsedUnit | null

/**
 * A schema that is edited within one of its definitions: that one is read again, those after it move. Nearly every keystroke is such an
 * edit, and nothing else is read. Null where that is not sure: the text is to be cut anew.
 */
export const readWithinDefinition = (
  text: string,
  previous: DocumentModel,
  readAgain: ReadAgain,
): DocumentModel | null => {
  if (previous.units.at(-1)?.id === syntaxUnitId) return null
  const edit = editBetween(previous.text, text)
  const index = definitionAround(previous.units, edit)
  const unit = previous.units[index]
  const [piece] = unit?.pieces ?? []
  if (!unit || !piece) return null
  const { start, end } = edit
  const content = edited(unit.text, { start: start - piece.at, end: end - piece.at, text: edit.text })
  const parsed = readAgain(unit, content)
  if (!parsed) return null
  const delta = text.length - previous.text.length
  const units = previous.units.map((each, at) => {
    if (at !== index) return moved(each, end, delta)
    const pieces = [{ ...piece, length: content.length }]
    return { ...each, text: content, pieces, parsed }
  })
  return { ...previous, text, units }
}

/** The definition that holds an edit and a character on either side of it, so that its first and last ones stay; -1 for none. */
const definitionAround = (units: readonly Unit[], { start, end }: TextEdit): number => {
  // The first one is the root, with what lies between definitions.
  let low = 1
  let high = units.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((units[middle]?.pieces[0]?.at ?? 0) <= start) low = middle
    else high = middle
  }
  const { at, length } = units[low]?.pieces[0] ?? { at: 0, length: 0 }
  return start > at && end < at + length ? low : -1
}

const moved = (unit: Unit, end: number, delta: number): Unit => {
  const last = unit.pieces.at(-1)
  if (delta === 0 || !last || last.at < end) return unit
  return { ...unit, pieces: unit.pieces.map(piece => movedPiece(piece, end, delta)) }
}

const movedPiece = (piece: Piece, end: number, delta: number): Piece =>
  piece.at < end ? piece : { ...piece, at: piece.at + delta }
