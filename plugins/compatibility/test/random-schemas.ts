import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import fc from 'fast-check'

const name = fc.constantFrom('a', 'b', 'c', 'so')
const small = fc.integer({ min: 0, max: 4 })
const pattern = fc.constantFrom('^a', '^[0-9]+$', '^[0-9]{2}$', 'b$', '^so')
const scalar: fc.Arbitrary<Json> = fc.constantFrom('a', 'b', '12', 1, 2, 1.5, true, null)

/**
 * Only at the top and not beside what ajv sees in another way than the specification: it takes what stands in an `if`, in an
 * alternative that fails or beside `contains` for evaluated, and passes over an `if` whose branches accept everything.
 */
const unevaluated = fc.constantFrom<Json>(false, { type: 'string' })

/** Of a `contains` that accepts everything, beside `prefixItems`, ajv does not see that it demands an item. */
const demanding = (schema: Json): Json => ({ allOf: [schema], not: { const: 'khác' } })

/** A few of these keywords: with more, hardly a value is left. */
const some = (keywords: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonObject> =>
  fc
    .subarray(Object.keys(keywords), { maxLength: Math.min(3, Object.keys(keywords).length) })
    .chain(names =>
      fc.record(Object.fromEntries(names.map(name => [name, keywords[name] ?? fc.constant(null)]))),
    )
    .map(made => made as JsonObject)

const types = ['string', 'integer', 'number', 'object', 'array', 'boolean', 'null']
const type = fc.oneof(
  fc.constantFrom(...types),
  fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
)

const scalars = some({
  type,
  enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }),
  minLength: small,
  maxLength: small,
  pattern,
  format: fc.constantFrom('date', 'uuid', 'unknown-format'),
  minimum: small,
  exclusiveMaximum: small,
  multipleOf: fc.constantFrom(1, 2, 0.5, 3),
  const: scalar,
  title: fc.constantFrom('Tên', 'Name'),
})

/** Random schemas over few names and small numbers, so that their parts meet; references lead to `$defs`, also in circles. */
export const { schema } = fc.letrec<{ schema: Json; inner: Json }>(tie => ({
  inner: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalars,
    fc.constantFrom<Json>(true, false, {}, { type: 'string' }),
    fc.constantFrom<Json>({ $ref: '#/$defs/A' }, { $ref: '#/$defs/B' }),
    objects(tie('inner')),
    arrays(tie('inner')),
    combinations(tie('inner')),
  ),
  schema: fc
    .tuple(
      fc.oneof(objects(tie('inner')), arrays(tie('inner')), combinations(tie('inner')), scalars),
      fc.tuple(tie('inner'), tie('inner')),
      some({ unevaluatedProperties: unevaluated, unevaluatedItems: unevaluated }),
    )
    .map(([top, [a, b], rest]) => ({ ...top, ...rest, $defs: { A: guarded(a), B: guarded(b) } }))
    .filter(
      made => !('unevaluatedItems' in made) || !/"(contains|anyOf|oneOf|if)"/.test(JSON.stringify(made)),
    )
    .filter(made => !('unevaluatedProperties' in made) || !JSON.stringify(made).includes('"if"')),
}))

function objects(inner: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  return some({
    type: fc.constantFrom('object', 'object', ['object', 'string']),
    properties: fc.dictionary(name, inner, { maxKeys: 3 }),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: inner,
    patternProperties: fc.dictionary(pattern, inner, { maxKeys: 2 }),
    propertyNames: fc.oneof(scalars, fc.constant({ pattern: '^[a-z]+$' })),
    minProperties: small,
    maxProperties: small,
    dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 1 }),
    dependentSchemas: fc.dictionary(name, inner, { maxKeys: 1 }),
    description: fc.constantFrom('Mô tả', 'Description'),
  })
}

function arrays(inner: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  return some({
    type: fc.constantFrom('array', ['array', 'null']),
    items: inner,
    prefixItems: fc.array(inner, { minLength: 1, maxLength: 2 }),
    contains: inner.map(demanding),
    minContains: small,
    maxContains: small,
    minItems: small,
    maxItems: small,
    uniqueItems: fc.boolean(),
  })
}

function combinations(inner: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  const list = fc.array(inner, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    some({
      allOf: list,
      properties: fc.dictionary(name, inner, { maxKeys: 2 }),
    }),
    some({ anyOf: list, type }),
    some({ oneOf: list, type }),
    some({ not: inner, type }),
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    some({ if: inner, then: inner, else: inner }),
  )
}

/** A reference to a definition that is nothing but a reference would be a circle without end. */
const guarded = (schema: Json): Json =>
  JSON.stringify(schema).includes('$ref') ? { properties: { a: schema } } : schema
