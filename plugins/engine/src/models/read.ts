import type { Format } from '@lienthong/plugin-sdk'
import { readJson } from './json-model.ts'
import { readMarkdown } from './markdown-model.ts'
import { readSql } from './sql-model.ts'
import type { DocumentModel } from './unit.ts'
import { readYaml } from './yaml-model.ts'

/** Reads a document. Give the model of the text before this one: what did not change is taken over from it, identically. */
export const readDocument = (format: Format, text: string, previous: DocumentModel | null): DocumentModel => {
  switch (format) {
    case 'json-schema-yaml':
      return readYaml(text, previous)
    case 'json-schema-json':
      return readJson(text, previous)
    case 'markdown':
      return readMarkdown(text, previous)
    case 'sql':
      return readSql(text, previous)
    default:
      return format satisfies never
  }
}
