import type {
  EntityNode,
  Field,
  FieldNode,
  FieldType,
  Json,
  JsonObject,
  PersonalData,
  SchemaNode,
} from '@lienthong/plugin-sdk'
import type { Asking } from './asking.ts'
import { Followed, refIn } from './followed.ts'
import { isObject } from './nodes.ts'
import { personalDataOf, sayingOf } from './personal-data.ts'

/** Schemas with properties as entities. */
export const schemaEntity = (node: SchemaNode): EntityNode | null => {
  if (!isObject(node.value.properties)) return null
  const { title, description } = node.value
  const value = {
    name: String(node.key ?? ''),
    title: textOf(title),
    description: textOf(description),
    personalData: personalDataOf(around(node)),
  }
  return { unit: node.unit, path: node.path, value, language: 'json-schema' }
}

/** The schema and those around it, the nearest first. */
const around = (node: SchemaNode): JsonObject[] => [node.value, ...(node.parent ? around(node.parent) : [])]

/** A property as a field of its entity, its reference followed. */
export const schemaField = (node: SchemaNode, entity: EntityNode, asking: Asking): FieldNode => {
  const value = refIn(node.value) === null ? plainField(node) : referringField(node, asking)
  return { unit: node.unit, path: node.path, value, language: 'json-schema', entity }
}

/** Of a field that refers to nothing. Written out: to look at everything at once costs less here than what it takes to look later. */
const plainField = (node: SchemaNode): Field => {
  const { value } = node
  const says = (keyword: string) => value[keyword]
  let personalData: PersonalData | null = null
  return {
    name: String(node.key),
    title: textOf(value.title),
    description: textOf(value.description),
    type: typeOf(says),
    format: textOf(value.format),
    pattern: textOf(value.pattern),
    minLength: numberOf(value.minLength),
    maxLength: numberOf(value.maxLength),
    values: valuesOf(says),
    examples: scalars(value.examples) ?? [],
    isRequired: isRequired(node),
    hasDefault: false,
    isDeprecated: value.deprecated === true,
    definition: null,
    get personalData() {
      personalData ??= personalDataOf(around(node))
      return personalData
    },
  }
}

/** A property, and what it says by keyword with what it refers to. */
interface Source {
  readonly node: SchemaNode
  readonly says: (keyword: string) => Json | undefined
  readonly definition: () => string | null
  readonly personalData: () => PersonalData
}

/** Each fact is read once in each run: the unit that runs depends on what it asks for. */
const referringField = (node: SchemaNode, asking: Asking): Field => {
  const runNow = () => asking.run
  const followed = new Followed(node.value, asking)
  const source: Source = {
    node,
    says: followed.says,
    definition: followed.definition,
    personalData: () => personalDataOf([sayingOf(followed.says), ...around(node).slice(1)], runNow),
  }
  return readWhenAsked(source, runNow)
}

/** A field whose facts are read when somebody asks, and again in another run. Properties of its own: copies have them too. */
const readWhenAsked = (source: Source, runNow: () => number): Field => {
  let run = 0
  let read: { [Name in keyof Field]?: Field[Name] } = {}
  const fact = <Name extends keyof Field>(name: Name): Field[Name] => {
    if (run !== runNow()) {
      run = runNow()
      read = {}
    }
    if (read[name] === undefined) read[name] = facts[name](source)
    return read[name] as Field[Name]
  }
  return {
    get name() {
      return fact('name')
    },
    get title() {
      return fact('title')
    },
    get description() {
      return fact('description')
    },
    get type() {
      return fact('type')
    },
    get format() {
      return fact('format')
    },
    get pattern() {
      return fact('pattern')
    },
    get minLength() {
      return fact('minLength')
    },
    get maxLength() {
      return fact('maxLength')
    },
    get values() {
      return fact('values')
    },
    get examples() {
      return fact('examples')
    },
    get isRequired() {
      return fact('isRequired')
    },
    get hasDefault() {
      return fact('hasDefault')
    },
    get isDeprecated() {
      return fact('isDeprecated')
    },
    get definition() {
      return fact('definition')
    },
    get personalData() {
      return fact('personalData')
    },
  }
}

const facts: { readonly [Name in keyof Field]: (source: Source) => Field[Name] } = {
  name: ({ node }) => String(node.key),
  title: ({ says }) => textOf(says('title')),
  description: ({ says }) => textOf(says('description')),
  type: ({ says }) => typeOf(says),
  format: ({ says }) => textOf(says('format')),
  pattern: ({ says }) => textOf(says('pattern')),
  minLength: ({ says }) => numberOf(says('minLength')),
  maxLength: ({ says }) => numberOf(says('maxLength')),
  values: ({ says }) => valuesOf(says),
  examples: ({ says }) => scalars(says('examples')) ?? [],
  isRequired: ({ node }) => isRequired(node),
  hasDefault: () => false,
  isDeprecated: ({ says }) => says('deprecated') === true,
  definition: ({ definition }) => definition(),
  personalData: ({ personalData }) => personalData(),
}

const isRequired = ({ key, parent }: SchemaNode): boolean => {
  const required = parent?.value.required
  return Array.isArray(required) && required.includes(String(key))
}

const valuesOf = (says: Source['says']): readonly string[] | null => {
  const listed = scalars(says('enum'))
  if (listed) return listed
  const only = says('const')
  return only === undefined ? null : scalars([only])
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : null)
const numberOf = (value: Json | undefined) => (typeof value === 'number' ? value : null)
/** Null for what is no list. */
const scalars = (values: Json | undefined): readonly string[] | null =>
  Array.isArray(values)
    ? values.filter((value: Json) => typeof value === 'string' || typeof value === 'number').map(String)
    : null

const typeOfText = (says: Source['says']): FieldType => {
  const format = says('format')
  if (format === 'date') return 'date'
  if (format === 'date-time') return 'timestamp'
  return says('contentEncoding') === undefined ? 'text' : 'binary'
}

const typeOf = (says: Source['says']): FieldType => {
  const names = [says('type')].flat().filter(name => name !== 'null')
  switch (names.length === 1 ? names[0] : null) {
    case 'string':
      return typeOfText(says)
    case 'integer':
      return 'integer'
    case 'number':
      return 'decimal'
    case 'boolean':
      return 'boolean'
    case 'object':
      return 'object'
    case 'array':
      return 'array'
    default:
      return 'unknown'
  }
}
