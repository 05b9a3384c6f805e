import { stringify } from 'yaml'

/** A deterministic source of numbers between 0 and 1. */
const randomFrom = (seed: number) => () => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}

type Words = [string, ...string[]]
const nouns: Words = ['customer', 'order', 'invoice', 'shipment', 'product', 'account', 'payment', 'address']
const kinds: Words = ['primary', 'billing', 'internal', 'external', 'pending', 'archived', 'default', 'local']
const words: Words = [
  'the',
  'record',
  'that',
  'identifies',
  'a',
  'value',
  'used',
  'when',
  'systems',
  'process',
]
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

type Json = Record<string, unknown>

/** A JSON Schema of so many definitions of about fifty lines, with a defect for every rule here and there. The same number gives the same schema. */
export function schemaOf(definitions: number): Json {
  const random = randomFrom(12345)
  const one = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0]
  const rarely = <T>(share: number, defect: T, right: T): T => (random() < share ? defect : right)
  const sentence = (length: number): string =>
    `${capital(Array.from({ length }, () => one(words)).join(' '))}${rarely(0.03, '', '.')}`
  const names = Array.from(
    { length: definitions },
    (_, at) => `${capital(one(kinds))}${capital(one(nouns))}${at}`,
  )
  const target = () => `#/$defs/${rarely(0.005, 'Missing', names[Math.floor(random() * names.length)])}`
  const described = (schema: Json): Json =>
    rarely(0.01, schema, { ...schema, description: sentence(4 + Math.floor(random() * 12)) })
  const forms: [() => Json, ...(() => Json)[]] = [
    () => ({ $ref: target() }),
    () => described({ type: 'string', minLength: 1, maxLength: rarely(0.01, 0, 200) }),
    () => described({ type: 'string', format: 'date-time' }),
    () => described({ type: 'string', enum: ['ACTIVE', 'CLOSED', rarely(0.02, 'ACTIVE', 'OPEN')] }),
    () => described({ type: 'string' }),
    () =>
      described({
        type: 'integer',
        minimum: 1,
        maximum: rarely(0.01, 0, 900),
        default: rarely<unknown>(0.02, 'x', 10),
      }),
    () => described(rarely<Json>(0.02, { tpye: 'boolean' }, { type: 'boolean' })),
    () => described({ type: 'array', maxItems: 100, ...rarely(0.02, {}, { items: { $ref: target() } }) }),
  ]
  const property = (): Json => one(forms)()
  const name = () => rarely(0.01, `${one(nouns)}_id`, `${one(kinds)}${capital(one(nouns))}${one(words)}`)
  const definition = (): Json => {
    const properties = Object.fromEntries(Array.from({ length: 10 }, () => [name(), property()]))
    const required = [...Object.keys(properties).slice(0, 3), ...rarely<string[]>(0.01, ['ghost'], [])]
    return described({ type: 'object', properties, required, additionalProperties: false })
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://example.vn/bench.schema.yaml',
    description: 'Measured.',
    type: 'object',
    properties: { root: { $ref: `#/$defs/${names[0]}` } },
    $defs: Object.fromEntries(names.map(each => [each, definition()])),
  }
}

/** The same definitions as an OpenAPI description, which is what Redocly reads. */
export const openApiOf = ({ $defs }: Json): Json => ({
  openapi: '3.1.0',
  info: { title: 'Bench', version: '1.0.0', license: { name: 'none', identifier: 'none' } },
  servers: [{ url: 'https://example.vn' }],
  security: [],
  paths: {},
  components: { schemas: JSON.parse(JSON.stringify($defs).replaceAll('#/$defs/', '#/components/schemas/')) },
})

export const yamlOf = (document: Json): string =>
  stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })
