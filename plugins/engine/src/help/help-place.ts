import type { Format, Path } from '@lienthong/plugin-sdk'
import type { SchemaCaret } from '../editing/caret.ts'
import { wordAround } from '../editing/completion-context.ts'
import { schemaCaret, writtenAt } from '../editing/schema-caret.ts'
import {
  type DocumentModel,
  type Range,
  type Spot,
  toDocument,
  type Unit,
  unitAround,
} from '../models/unit.ts'

/** A place in a document's text. */
export interface HelpRequest {
  readonly documentId: string
  readonly format: Format
  readonly text: string
  readonly offset: number
}

/** A place that a plugin says something of, of verified shape; it may lead nowhere. */
export interface ToldPlace {
  readonly unit: string
  readonly path: Path
  readonly at: 'key' | 'value' | 'whole' | 'keys'
}

/** A place that plugins are asked about. */
export interface HelpPlace {
  readonly kind: 'hovers' | 'completions'
  /** The document's text, as it is to be read. */
  readonly text: string
  /** The part of the document around it, where plugins are asked. */
  unitIn(model: DocumentModel): Unit | undefined
  /** Whether what a plugin says of a place in that part is about this one. */
  isMeant(unit: Unit, told: ToldPlace): boolean
}

/** What somebody points at. */
export const pointedAt = ({ text, offset }: HelpRequest): HelpPlace => ({
  kind: 'hovers',
  text,
  unitIn: model => (model.text === text ? unitAround(model, offset) : undefined),
  isMeant: (unit, told) => {
    const spot = spotAt(unit, told.path)
    const range = spot && (told.at === 'key' ? spot.key : told.at === 'value' ? spot.value : spot.whole)
    return range !== null && isIn(unit, range, offset)
  },
})

/** Where somebody writes, and what of it is written by now; null where nothing is known of the place. */
export const writtenPlace = ({ format, text, offset }: HelpRequest): WrittenPlace | null => {
  if (format === 'sql' || format === 'markdown') return inWords(text, offset)
  const caret = schemaCaret(format, text, offset)
  return caret && inSchema(format, text, caret)
}

/** A place where somebody writes. */
export interface WrittenPlace extends HelpPlace {
  readonly at: 'value' | 'keys'
  readonly written: Range
  /** The part of it before the caret. */
  readonly word: string
  /** What has to be written there for a value or a name. */
  textOf(value: string | number | boolean): string
}

/** By its path: what is being written can rarely be read. */
const inSchema = (
  format: Exclude<Format, 'sql' | 'markdown'>,
  text: string,
  caret: SchemaCaret,
): WrittenPlace => ({
  kind: 'completions',
  text: withKey(format, text, caret),
  at: caret.at,
  written: caret.written,
  word: caret.word,
  unitIn: ({ units }) =>
    units.filter(({ base }) => leads(base, caret.path)).sort((a, b) => b.base.length - a.base.length)[0],
  isMeant: (_, { path, at }) =>
    at === caret.at && path.length === caret.path.length && leads(path, caret.path),
  textOf: value => writtenAt(format, caret, value),
})

/** In YAML the first word of an object is none yet: without a colon it would be read as a text. */
const withKey = (format: Format, text: string, { at, isNameOnly, written }: SchemaCaret): string => {
  if (format !== 'json-schema-yaml' || at !== 'keys' || isNameOnly) return text
  const { start, end } = written
  return `${text.slice(0, end)}${start === end ? '"": ' : ': '}${text.slice(end)}`
}

const inWords = (text: string, offset: number): WrittenPlace => {
  const written = wordAround(text, offset)
  return {
    kind: 'completions',
    text,
    at: 'value',
    written,
    word: text.slice(written.start, offset),
    unitIn: model => (model.text === text ? unitAround(model, offset) : undefined),
    isMeant: (unit, { path, at }) => {
      const spot = spotAt(unit, path)
      return at === 'value' && spot !== null && isIn(unit, spot.value ?? spot.whole, offset)
    },
    textOf: String,
  }
}

const leads = (from: Path, to: Path): boolean => from.every((step, at) => String(step) === String(to[at]))

const spotAt = ({ base, parsed }: Unit, path: Path): Spot | null =>
  leads(base, path) ? parsed.spot(path.slice(base.length)) : null

const isIn = ({ pieces }: Unit, range: Range, offset: number): boolean => {
  const { start, end } = toDocument(pieces, range)
  return start <= offset && offset <= end
}
