import { type DictionaryElement, type Format, spelledWordsOf, withoutDiacritics } from '@lienthong/plugin-sdk'
import type { FieldContext } from './field-context.ts'
import type { Proposed, Written } from './proposed.ts'

/** The elements of the dictionary as fields of a document, those that have all words which were begun. */
export const fieldsFrom = (
  elements: readonly DictionaryElement[],
  document: Written,
  { word, isNameOnly, written }: FieldContext,
): Proposed[] => {
  const wanted = wordsOf(word)
  return elements
    .filter(element => hasAll(wordsOf(`${element.name} ${element.title ?? ''}`), wanted))
    .map(element => {
      const name = nameIn(document.format, element.name)
      const about = [element.title, element.address].filter(Boolean).join(' · ')
      const text = isNameOnly ? quoted(document.format, name) : fieldOf(document, name, element)
      return { kind: 'field', text, label: name, about: { vi: about, en: about }, range: written }
    })
}

const fieldOf = (document: Written, name: string, element: DictionaryElement): string => {
  if (document.format === 'sql') return `${name} ${columnType(element)}`
  const reference = `${wayTo(document, element)}#/$defs/${element.name}`
  return document.format === 'json-schema-json'
    ? `${JSON.stringify(name)}: { "$ref": ${JSON.stringify(reference)} }`
    : `${name}: { $ref: '${reference}' }`
}

/** As schemas and scripts name their fields. */
const nameIn = (format: Format, name: string): string =>
  format === 'sql' ? spelledWordsOf(name).join('_') : name.charAt(0).toLowerCase() + name.slice(1)

const quoted = (format: Format, name: string): string =>
  format === 'json-schema-json' ? JSON.stringify(name) : name

/** Databases lie beside each other, on a server and in folders. */
const wayTo = ({ databaseCode, path }: Written, { address }: DictionaryElement): string => {
  const [database = '', ...steps] = address.split('/')
  const there = steps.join('/')
  if (databaseCode.split('/').at(-1) !== database) return `../${database}/${there}`
  return there === path ? '' : there
}

const columnType = ({ type, minLength, maxLength }: DictionaryElement): string => {
  switch (type) {
    case 'text':
      if (maxLength === null) return 'text'
      return minLength === maxLength ? `char(${maxLength})` : `varchar(${maxLength})`
    case 'integer':
      return 'bigint'
    case 'decimal':
      return 'numeric'
    case 'timestamp':
      return 'timestamptz'
    case 'boolean':
    case 'date':
      return type
    case 'binary':
      return 'bytea'
    case 'object':
    case 'array':
      return 'jsonb'
    case 'unknown':
      return 'text'
    default:
      return type satisfies never
  }
}

const hasAll = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every(word => words.some(other => other.startsWith(word)))

const wordsOf = (text: string): string[] => spelledWordsOf(withoutDiacritics(text))
