// Lints a file with Spectral and fifteen rules, several times in one process, and prints how long each run took and what it found.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [folder, file, times] = process.argv.slice(2)
const require = createRequire(join(folder, 'package.json'))
const { Spectral, Document } = require('@stoplight/spectral-core')
const { pattern } = require('@stoplight/spectral-functions')
const { Yaml } = require('@stoplight/spectral-parsers')

const keywords = new Set(
  '$schema $id $ref $defs $comment $anchor title description type properties required additionalProperties patternProperties items prefixItems enum const default examples minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems allOf anyOf oneOf not if then else contains propertyNames deprecated readOnly writeOnly'.split(
    ' ',
  ),
)
const has = (value, key) => Object.hasOwn(value, key)
const properties = '$..properties[*]'
const definitions = ['$.$defs[*]', '$.definitions[*]']
const schemas = ['$', ...definitions, properties, '$..items']
const container = document => ('$defs' in document ? '$defs' : 'definitions')
const definitionsOf = document => document[container(document)] ?? {}

const made = (given, check) => ({
  given,
  severity: 'warn',
  resolved: false,
  // biome-ignore lint/suspicious/noThenProperty: Spectral calls it so
  then: check,
})
/** A rule that looks at one schema: the same code as ours. */
const rule = (given, message, look) =>
  made(given, {
    function: (value, _, context) =>
      value !== null && typeof value === 'object' && look(value, context) ? [{ message }] : [],
  })
/** A rule that looks at the whole document and names definitions. */
const documentRule = (message, look) =>
  made('$', {
    function: document => look(document).map(name => ({ message, path: [container(document), name] })),
  })
const keys = (given, match) => made(given, { field: '@key', function: pattern, functionOptions: { match } })
const target = (document, ref) =>
  ref
    .slice(2)
    .split('/')
    .reduce((value, step) => value?.[step], document)
const needed = ({ required = [], properties = {} }) => required.flatMap(name => properties[name]?.$ref ?? [])
const reaches = (from, wanted, document) => {
  const seen = new Set()
  const pending = needed(from)
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    if (ref === wanted) return true
    const value = target(document, ref)
    if (!value || seen.has(ref)) continue
    seen.add(ref)
    pending.push(...needed(value))
  }
  return false
}
const isOf = {
  string: value => typeof value === 'string',
  integer: Number.isInteger,
  number: value => typeof value === 'number',
  boolean: value => typeof value === 'boolean',
  array: Array.isArray,
}

const rules = {
  'no-unknown-keyword': rule(schemas, 'Unknown keyword', value =>
    Object.keys(value).some(key => !keywords.has(key)),
  ),
  'ref-resolves': rule(schemas, 'Cannot resolve the reference', (value, { document }) =>
    typeof value.$ref === 'string' ? target(document.data, value.$ref) === undefined : false,
  ),
  'required-exists': rule(schemas, 'Required but not defined', ({ required, properties }) =>
    (required ?? []).some?.(name => !has(Object(properties), name)),
  ),
  'no-unused-definition': documentRule('Never used', document => {
    const used = new Set([...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1]))
    return Object.keys(definitionsOf(document)).filter(name => !used.has(`#/${container(document)}/${name}`))
  }),
  'no-required-cycle': documentRule('Requires itself', document =>
    Object.entries(definitionsOf(document)).flatMap(([name, definition]) =>
      reaches(definition, `#/${container(document)}/${name}`, document) ? name : [],
    ),
  ),
  'type-required': rule(
    properties,
    'Must declare a type',
    value => !['type', '$ref', 'enum', 'const', 'oneOf', 'anyOf', 'allOf'].some(key => has(value, key)),
  ),
  'description-required': rule(
    [properties, ...definitions],
    'Missing or too short description',
    value =>
      !has(value, '$ref') && !(typeof value.description === 'string' && value.description.length >= 10),
  ),
  'property-camel-case': keys('$..properties', '^[a-z][a-zA-Z0-9]*$'),
  'definition-pascal-case': keys(['$.$defs', '$.definitions'], '^[A-Z][a-zA-Z0-9]*$'),
  'description-style': rule(
    schemas,
    'A sentence begins with a capital and ends with a period',
    ({ description }) => typeof description === 'string' && !/^[A-Z](?!.* {2}).*[.!?]$/.test(description),
  ),
  'enum-unique': rule(
    schemas,
    'The same value twice',
    value => Array.isArray(value.enum) && new Set(value.enum).size < value.enum.length,
  ),
  'string-bounded': rule(
    schemas,
    'No maxLength, format, pattern or enum',
    value =>
      value.type === 'string' &&
      !['maxLength', 'enum', 'format', 'pattern', 'const'].some(key => has(value, key)),
  ),
  'array-items': rule(schemas, 'Must declare items', value => value.type === 'array' && !has(value, 'items')),
  'minimum-below-maximum': rule(schemas, 'The minimum is above the maximum', value =>
    [
      ['minimum', 'maximum'],
      ['minLength', 'maxLength'],
      ['minItems', 'maxItems'],
    ].some(([least, most]) => value[least] > value[most]),
  ),
  'default-valid': rule(
    schemas,
    'The default does not fit',
    value => value.default !== undefined && isOf[value.type]?.(value.default) === false,
  ),
}

const text = readFileSync(file, 'utf8')
const spectral = new Spectral()
spectral.setRuleset({ rules })
const ms = []
const byRule = {}
for (let run = 0; run < Number(times); run++) {
  const startedAt = performance.now()
  const results = await spectral.run(new Document(text, Yaml, file))
  ms.push(performance.now() - startedAt)
  if (run === 0) for (const { code } of results) byRule[code] = (byRule[code] ?? 0) + 1
}
process.stdout.write(JSON.stringify({ ms, byRule }))
