import { idOf } from '../models/schema-id.ts'
import {
  type DocumentModel,
  type Range,
  rootUnitId,
  syntaxUnitId,
  toDocument,
  type Unit,
} from '../models/unit.ts'
import type { Lines } from './lines.ts'
import type { Definition, DocumentSymbol, LanguageOutline } from './outline.ts'
import { referenceAt, wholeDocument } from './references.ts'
import { type SchemaPart, schemaParts } from './schema-parts.ts'

/** The outline of a JSON Schema, in YAML or JSON. */
export const schemaOutline = ({ units }: DocumentModel, lines: Lines): LanguageOutline => {
  const placed = units.filter(({ id }) => id !== syntaxUnitId).map(unit => new Placed(unit, lines))
  const root = units.find(({ id }) => id === rootUnitId)
  return {
    id: idOf(units),
    symbols: placed.flatMap(({ symbols }) => symbols).sort(byPlace),
    folds: [...placed.flatMap(({ folds }) => folds), ...(root ? containerFolds(root, units, lines) : [])],
    definitions: [wholeDocument(lines), ...placed.flatMap(({ definitions }) => definitions)],
    references: placed.flatMap(({ references }) => references).sort((one, other) => one.start - other.start),
  }
}

/** The lists of definitions, which are units one by one: up to the last of them, or the bracket behind it. */
const containerFolds = (root: Unit, units: readonly Unit[], lines: Lines) =>
  ['$defs', 'definitions'].flatMap(container => {
    const last = units.filter(({ base }) => base.length > 0 && base[0] === container).at(-1)
    const whole = root.parsed.spot([container])?.whole
    const end = last?.parsed.spot([])?.whole.end
    if (!last || !whole || end === undefined) return []
    const own = toDocument(root.pieces, whole)
    return lines.fold({ ...own, end: Math.max(own.end, toDocument(last.pieces, { start: 0, end }).end) })
  })

/** What a unit is made of, where it lies now. */
class Placed {
  readonly definitions: Definition[] = []
  readonly symbols: readonly DocumentSymbol[]
  readonly folds
  readonly references

  constructor(
    private readonly unit: Unit,
    private readonly lines: Lines,
  ) {
    const { parts, folds, references } = schemaParts(unit)
    this.symbols = parts.map(part => this.symbol(part))
    this.folds = folds.flatMap(range => lines.fold(this.there(range)))
    this.references = references.flatMap(range => referenceAt(lines, this.there(range)))
  }

  private symbol({ kind, name, detail, pointer, anchor, key, whole, children }: SchemaPart): DocumentSymbol {
    const place = this.there(whole)
    const word = this.lines.mark(this.there(key))
    for (const called of [pointer, ...(anchor === null ? [] : [anchor])])
      this.definitions.push({ kind: 'fragment', name: called, ...word, whole: place })
    const within = children.map(child => this.symbol(child))
    return { kind, name, detail, span: this.lines.span(place), nameSpan: word.span, children: within }
  }

  private there(range: Range): Range {
    return toDocument(this.unit.pieces, range)
  }
}

const byPlace = ({ span: [line, character] }: DocumentSymbol, { span: other }: DocumentSymbol) =>
  line - other[0] || character - other[1]
