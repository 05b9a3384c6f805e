import type { Format, Json, SqlStatement } from '@lienthong/plugin-sdk'
import { loadModule } from 'libpg-query'
import { readDocument } from './read.ts'
import type { SyntaxFact, Unit } from './unit.ts'

/** What a text holds as one value. `syntax` says what of it could not be read. */
export type WholeDocument = { readonly syntax: readonly SyntaxFact[] } & (
  | { readonly language: 'json-schema'; readonly value: Json }
  | { readonly language: 'sql'; readonly statements: readonly SqlStatement[] }
  | { readonly language: 'markdown' }
)

/** Reads a text at once, without plugins, for those who compare texts. */
export const readWhole = async (format: Format, text: string): Promise<WholeDocument> => {
  if (format === 'sql') await loadModule()
  const { language, units } = readDocument(format, text, null)
  const syntax = units.flatMap(({ parsed }) => parsed.syntax)
  const read = units.filter(({ parsed }) => parsed.value !== null)
  if (language === 'sql')
    return { language, syntax, statements: read.map(({ parsed }) => parsed.value as SqlStatement) }
  return language === 'json-schema' ? { language, syntax, value: wholeValue(read) } : { language, syntax }
}

/** Definitions are units of their own: they go back to where they stand. */
const wholeValue = ([root, ...definitions]: readonly Unit[]): Json => {
  const value = (root?.parsed.value ?? null) as Json
  if (definitions.length === 0) return value
  const whole: Record<string, Json> = { ...(value as Record<string, Json>) }
  for (const { base, parsed } of definitions) {
    const [container, name] = base.map(String)
    if (container === undefined || name === undefined) continue
    whole[container] = { ...(whole[container] as Record<string, Json>), [name]: parsed.value as Json }
  }
  return whole
}
