import type { Format } from '@lienthong/plugin-sdk'
import { type DocumentModel, syntaxUnitId } from '../models/unit.ts'
import { Lines } from './lines.ts'
import { markdownOutline } from './markdown-outline.ts'
import { mentionsIn } from './mentions.ts'
import type { LanguageOutline, Outline } from './outline.ts'
import { schemaOutline } from './schema-outline.ts'
import { sqlOutline } from './sql-outline.ts'

/** Reads the outline of a document from its model. While a part cannot be read, its last good content stands for it. */
export const outlineOf = (format: Format, model: DocumentModel): Outline => {
  const lines = new Lines(model.text)
  const outline = languageOutline(format, model, lines)
  const isWhole = model.units.every(({ id, isBroken }) => id !== syntaxUnitId && !isBroken)
  return { ...outline, isWhole, mentions: mentionsIn(lines, outline.definitions) }
}

const languageOutline = (format: Format, model: DocumentModel, lines: Lines): LanguageOutline => {
  switch (format) {
    case 'json-schema-yaml':
    case 'json-schema-json':
      return schemaOutline(model, lines)
    case 'markdown':
      return markdownOutline(model, lines)
    case 'sql':
      return sqlOutline(model, lines)
    default:
      return format satisfies never
  }
}
