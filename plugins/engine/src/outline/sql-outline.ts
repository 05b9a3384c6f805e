import type { SqlName, SqlStatement, SqlTable, SqlType } from '@lienthong/plugin-sdk'
import { type DocumentModel, type Range, syntaxUnitId, toDocument, type Unit } from '../models/unit.ts'
import type { Lines } from './lines.ts'
import type { Definition, DocumentSymbol, LanguageOutline, Reference } from './outline.ts'
import { wholeDocument } from './references.ts'
import { type SqlWord, wordsIn } from './sql-names.ts'

/** The outline of a DDL script: tables with their columns, views, indexes and types. A name refers to what the script makes. */
export const sqlOutline = ({ units }: DocumentModel, lines: Lines): LanguageOutline => {
  const statements = units.filter(({ id }) => id !== syntaxUnitId).map(unit => new Statement(unit, lines))
  const definitions = statements.flatMap(statement => statement.definitions)
  const names = new Set(definitions.map(({ name }) => name))
  return {
    id: null,
    symbols: statements.flatMap(({ symbols }) => symbols),
    folds: statements.flatMap(statement => statement.folds()),
    definitions: [wholeDocument(lines), ...definitions],
    references: statements.flatMap(statement => statement.references(names)),
  }
}

class Statement {
  readonly symbols: DocumentSymbol[] = []
  readonly definitions: Definition[] = []
  private readonly words: readonly SqlWord[]

  constructor(
    private readonly unit: Unit,
    private readonly lines: Lines,
  ) {
    const { parsed } = unit
    this.words = wordsIn(parsed.text)
    const statement = parsed.value as SqlStatement
    const columns =
      statement.kind === 'table' || statement.kind === 'alter-table' ? this.columns(statement) : []
    const about = aboutOf(statement)
    const word = about && this.words.find(({ name }) => name === about.name.name)
    const whole = parsed.spot([])?.whole
    if (!about || !word || !whole || (about.isAddition && columns.length === 0)) return
    this.symbols.push(this.symbol(about.kind, written(about.name), about.detail, word, whole, columns))
    if (!about.isAddition && about.kind !== 'index') this.define(about.name.name, word, whole)
  }

  folds() {
    const [piece] = this.unit.pieces
    return piece ? this.lines.fold({ start: piece.at, end: piece.at + piece.length }) : []
  }

  /** Words that name what the script makes; a bare column belongs to the table that was named last. */
  references(names: ReadonlySet<string>): Reference[] {
    const own = new Set(this.definitions.map(({ start }) => start))
    const found: Reference[] = []
    let table = ''
    for (const word of this.words) {
      const mark = this.mark(word)
      const name = nameOf(word, table, names)
      if (name === null) continue
      if (!name.includes('.')) table = name
      if (!own.has(mark.start)) found.push({ document: '', name, ...mark })
    }
    return found
  }

  private columns({ table, columns }: SqlTable): DocumentSymbol[] {
    return columns.flatMap(({ name, type, isArray }, index) => {
      const spot = this.unit.parsed.spot(['columns', index])
      if (!spot?.key) return []
      this.define(`${table.name}.${name}`, spot.key, spot.whole)
      return this.symbol('column', name, isArray ? `${type}[]` : type, spot.key, spot.whole, [])
    })
  }

  private define(name: string, word: Range, whole: Range): void {
    const { start, end } = this.mark(whole)
    this.definitions.push({ kind: 'fragment', name, ...this.mark(word), whole: { start, end } })
  }

  private symbol(
    kind: DocumentSymbol['kind'],
    name: string,
    detail: string,
    word: Range,
    whole: Range,
    children: readonly DocumentSymbol[],
  ): DocumentSymbol {
    const place = { span: this.mark(whole).span, nameSpan: this.mark(word).span }
    return { kind, name, detail, ...place, children }
  }

  private mark({ start, end }: Range) {
    return this.lines.mark(toDocument(this.unit.pieces, { start, end }))
  }
}

interface About {
  readonly kind: DocumentSymbol['kind']
  readonly name: SqlName
  readonly detail: string
  /** More of something that was made before. */
  readonly isAddition: boolean
}

/** What a statement makes; null when it makes nothing with a name. */
const aboutOf = (statement: SqlStatement): About | null => {
  const about = { detail: '', isAddition: false }
  switch (statement.kind) {
    case 'table':
      return { ...about, kind: 'table', name: statement.table }
    case 'alter-table':
      return { ...about, kind: 'table', name: statement.table, isAddition: true }
    case 'view':
      return { ...about, kind: 'view', name: statement.view }
    case 'index':
      if (statement.name === null) return null
      return { ...about, kind: 'index', name: bare(statement.name), detail: written(statement.table) }
    case 'type':
      return { ...about, kind: 'type', name: statement.name, detail: detailOf(statement) }
    default:
      return null
  }
}

/** What a type is made of. */
const detailOf = ({ baseType, attributes }: SqlType): string =>
  baseType ?? (attributes.length > 0 ? 'composite' : 'enum')

const bare = (name: string): SqlName => ({ schema: null, name })

const written = ({ schema, name }: SqlName) => (schema === null ? name : `${schema}.${name}`)

/** What a word names: a table, view or type, or `table.column`. */
const nameOf = (word: SqlWord, table: string, names: ReadonlySet<string>): string | null => {
  const column = `${word.qualifier ?? table}.${word.name}`
  if (word.qualifier !== null && names.has(column)) return column
  if (names.has(word.name)) return word.name
  return names.has(column) && !word.isQualifier ? column : null
}
