import type { SqlStatement } from '@lienthong/plugin-sdk'
import { ownText } from './own-text.ts'
import { type StatementText, splitSql } from './sql-split.ts'
import { SqlUnit } from './sql-unit.ts'
import { syntaxUnit, uniqueIds } from './syntax-unit.ts'
import { type DocumentModel, maxIdNameLength, type ParsedUnit, type SyntaxFact, type Unit } from './unit.ts'

/** Reads a DDL script, a statement at a time. A statement that cannot be read keeps its last good content. */
export const readSql = (text: string, previous: DocumentModel | null): DocumentModel => {
  const before = previous?.units ?? []
  const byText = new Map(
    before
      .map(({ parsed }) => parsed)
      .filter(isSql)
      .map(parsed => [parsed.text, parsed]),
  )
  const byId = new Map(before.map(unit => [unit.id, unit]))
  const unique = uniqueIds()
  const syntax: SyntaxFact[] = []
  const units = splitSql(text).map(({ start, end, label }: StatementText): Unit => {
    const id = unique(label.slice(0, maxIdNameLength))
    const source = ownText(text, start, end)
    const read = byText.get(source) ?? new SqlUnit(source)
    for (const fact of read.syntax) syntax.push({ ...fact, start: fact.start + start, end: fact.end + start })
    const last = byId.get(id)
    const isBroken = read.syntax.length > 0 && last !== undefined && last.parsed.syntax.length === 0
    const parsed = isBroken ? last.parsed : read
    const pieces = [{ from: 0, at: start, length: end - start }]
    const provides = parsed instanceof SqlUnit ? namesIn(parsed.value) : []
    return { id, base: [], text: source, pieces, parsed, provides, isBroken }
  })
  return { language: 'sql', text, units: [...units, ...syntaxUnit(syntax, text, before)] }
}

const isSql = (parsed: ParsedUnit): parsed is SqlUnit => parsed instanceof SqlUnit

/** What other statements may ask for: a table's comments, a type's definition. */
const namesIn = (statement: SqlStatement): readonly string[] => {
  if (statement.kind === 'comment') return [`comments:${statement.table.name}`]
  if (statement.kind === 'type') return [`type:${statement.name.name}`]
  return []
}
