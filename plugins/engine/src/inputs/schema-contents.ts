import type { DictionaryElement, Format, Json, PublishedEntity } from '@lienthong/plugin-sdk'
import { isObject } from '../guest/nodes.ts'
import { readWhole } from '../models/whole.ts'
import { pointerOf } from '../outline/references.ts'
import { entitiesOf } from './schema-entities.ts'

/** What a schema or script holds for others to look up. */
export interface SchemaContents {
  readonly entities: readonly PublishedEntity[]
  /** Of one that says of itself `x-data-dictionary: true`. */
  readonly elements: readonly Omit<DictionaryElement, 'address' | 'version'>[]
}

export const contentsOf = async (format: Format, text: string): Promise<SchemaContents> => {
  const whole = await readWhole(format, text)
  const entities = entitiesOf(format, text)
  return { entities, elements: whole.language === 'json-schema' ? elementsOf(whole.value) : [] }
}

/** An element says what a field would say that refers to it. */
const elementsOf = (schema: Json): SchemaContents['elements'] => {
  if (!isObject(schema) || schema['x-data-dictionary'] !== true || !isObject(schema.$defs)) return []
  const { $defs, definitions = {} } = schema
  const properties = Object.fromEntries(
    Object.keys($defs).map(name => [name, { $ref: `#${pointerOf(['$defs', name])}` }]),
  )
  const referring = JSON.stringify({ $defs, definitions, properties })
  const root = entitiesOf('json-schema-json', referring).find(({ name }) => name === '')
  return (root?.fields ?? []).map(({ isRequired: _, hasDefault: __, definition: ___, ...field }) => {
    const element = $defs[field.name]
    const title = isObject(element) && typeof element.title === 'string' ? element.title : null
    return { ...field, title }
  })
}
