import type { Json, LocalText, Path } from '@lienthong/plugin-sdk'
import { type Breach, breachesOf } from './schema-validator.ts'
import type { InvalidFact } from './unit.ts'

/** At most this many for one unit: a text that is no schema at all would otherwise fill the list. */
const maxProblems = 50
/** Keywords that only repeat what another breach says more exactly. */
const repeats = new Set(['$ref', '$dynamicRef', 'allOf', 'anyOf', 'if'])

/** Where a schema breaks the meta-schema of JSON Schema 2020-12, or has a `pattern` that is no regular expression. */
export const schemaProblems = (schema: Json): readonly InvalidFact[] => {
  const found = new Map<string, InvalidFact>()
  for (const breach of breachesOf(schema)) {
    if (repeats.has(breach.keyword) && breach.instancePath === '') continue
    const fact = factOf(breach)
    const key = JSON.stringify(fact.path)
    if (!found.has(key) || repeats.has(found.get(key)?.keyword ?? '')) found.set(key, fact)
  }
  for (const fact of badPatterns(schema, [])) found.set(JSON.stringify(fact.path), fact)
  return [...found.values()].slice(0, maxProblems)
}

const factOf = ({ instancePath, keyword, params }: Breach): InvalidFact => ({
  path: instancePath.split('/').slice(1).map(stepOf),
  keyword,
  message: breachMessage(keyword, params),
})

const stepOf = (step: string) => step.replace(/~1/g, '/').replace(/~0/g, '~')

const breachMessage = (keyword: string, params: Readonly<Record<string, unknown>>): LocalText => {
  const allowed = (values: unknown) => [values].flat().map(String).join(', ')
  switch (keyword) {
    case 'type':
      return { vi: `phải có kiểu ${allowed(params.type)}`, en: `must be of type ${allowed(params.type)}` }
    case 'enum':
      return {
        vi: `phải là một trong: ${allowed(params.allowedValues)}`,
        en: `must be one of: ${allowed(params.allowedValues)}`,
      }
    case 'minimum':
    case 'exclusiveMinimum':
      return {
        vi: `phải ${params.comparison} ${params.limit}`,
        en: `must be ${params.comparison} ${params.limit}`,
      }
    case 'minItems':
      return {
        vi: `phải có ít nhất ${params.limit} phần tử`,
        en: `must have at least ${params.limit} item(s)`,
      }
    case 'uniqueItems':
      return { vi: 'có phần tử bị lặp lại', en: 'has an item twice' }
    case 'pattern':
      return { vi: `không khớp mẫu ${params.pattern}`, en: `does not match ${params.pattern}` }
    case 'anyOf':
      return {
        vi: 'không thuộc dạng nào được phép ở đây',
        en: 'has none of the forms that are allowed here',
      }
    default:
      return {
        vi: `vi phạm quy định ${keyword} của siêu lược đồ`,
        en: `breaks ${keyword} of the meta-schema`,
      }
  }
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Members of these are data, not schemas: a `pattern` in them means nothing. */
const dataKeywords = new Set(['enum', 'const', 'default', 'examples'])

function* badPatterns(value: Json, path: Path): Generator<InvalidFact> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* badPatterns(item, [...path, index])
    return
  }
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value)) {
    const isName = path.at(-1) === 'properties' || path.at(-1) === '$defs'
    if (key === 'pattern' && typeof item === 'string' && !isName) yield* badPattern(item, [...path, key])
    if (isName || !dataKeywords.has(key)) yield* badPatterns(item, [...path, key])
  }
}

function* badPattern(pattern: string, path: Path): Generator<InvalidFact> {
  try {
    new RegExp(pattern, 'u')
  } catch {
    const message = {
      vi: 'không phải là biểu thức chính quy hợp lệ',
      en: 'is not a valid regular expression',
    }
    yield { path, keyword: 'pattern', message }
  }
}
