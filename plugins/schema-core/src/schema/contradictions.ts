import {
  defineRule,
  type Json,
  Patterns,
  pageOf,
  type Report,
  type Rule,
  type SchemaNode,
} from '@lienthong/plugin-sdk'
import { Fitting, isEmbedded } from '../fit/fitting.ts'
import { isSame } from '../fit/same.ts'
import { isList, isObject } from '../fit/types.ts'
import { isMisfit } from '../fit/verdict.ts'
import { jsonSchema } from '../sources.ts'
import { emptyRange } from './bounds.ts'
import { Clashes } from './types-together.ts'

const pairs = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
  ['minContains', 'maxContains'],
] as const

/** Without one of these there is nothing to contradict, as in most schemas. */
const telling = new Set([
  ...[
    'maximum',
    'maxLength',
    'maxItems',
    'maxProperties',
    'maxContains',
    'exclusiveMinimum',
    'exclusiveMaximum',
  ],
  ...['enum', 'not', 'required', 'const', '$ref', 'allOf'],
])

export const contradiction: Rule = defineRule({
  meta: {
    title: { vi: 'Ràng buộc không mâu thuẫn', en: 'Constraints do not contradict' },
    docs: pageOf({
      why: {
        vi: 'Khi cận dưới lớn hơn cận trên, các nhánh của "allOf" đòi những kiểu loại trừ nhau, hoặc trường bắt buộc lại bị cấm, thì không giá trị nào hợp lệ. Nếu chủ ý không cho giá trị nào, hãy viết lược đồ "false".',
        en: 'Where the lower bound exceeds the upper one, the branches of "allOf" want types that exclude each other, or a required field is forbidden, no value is valid. If no value is meant, write the schema "false".',
      },
      wrong: 'type: string\nminLength: 12\nmaxLength: 9',
      right: 'type: string\nminLength: 9\nmaxLength: 12',
      source: `${jsonSchema} Validation § 6`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    messages: {
      crossed: {
        vi: '{low} ({from}) lớn hơn {high} ({to})',
        en: '{low} ({from}) is greater than {high} ({to})',
      },
      empty: {
        vi: 'Không giá trị nào vừa lớn hơn {from} vừa nhỏ hơn {to}',
        en: 'No value is both above {from} and below {to}',
      },
      constOutside: { vi: '"const" không nằm trong "enum"', en: '"const" is not in "enum"' },
      constUnfit: {
        vi: 'Giá trị của "const" không hợp lệ theo phần còn lại: {detail}',
        en: 'The value of "const" is not valid by the rest: {detail}',
      },
      noValue: {
        vi: '"{key}" không cho giá trị nào; nếu chủ ý, hãy viết lược đồ "false"',
        en: '"{key}" leaves no value; if that is meant, write the schema "false"',
      },
      disjoint: {
        vi: 'Không giá trị nào vừa thuộc kiểu {allowed} vừa thuộc kiểu {wanted}',
        en: 'No value is both of the type {allowed} and of the type {wanted}',
      },
      forbidden: {
        vi: '"{name}" bắt buộc nhưng lược đồ của nó không cho giá trị nào',
        en: '"{name}" is required, but its schema allows no value',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const fitting = new Fitting(ctx, new Patterns())
    const clashes = new Clashes(ctx)
    return {
      schema(node) {
        fitting.sees(node)
        if (!Object.keys(node.value).some(keyword => telling.has(keyword))) return
        const wrongs = [
          ...ofBounds(node),
          ...ofNothing(node),
          ...ofConst(node, fitting),
          ...ofTypes(node, clashes),
        ]
        for (const wrong of wrongs) ctx.report({ node, ...wrong })
      },
    }
  },
})

type Wrong = Omit<Report, 'node'>

function* ofBounds({ value }: SchemaNode): Generator<Wrong> {
  for (const [low, high] of pairs) {
    const from = value[low]
    const to = value[high]
    if (typeof from === 'number' && typeof to === 'number' && from > to)
      yield { below: [high], at: 'whole', messageId: 'crossed', data: { low, high, from, to } }
  }
  const empty = emptyRange(value)
  if (empty) {
    const { key, from, to } = empty
    yield { below: [key], at: 'whole', messageId: 'empty', data: { from, to } }
  }
}

/** Keywords that leave nothing, and required properties that nothing may be. */
function* ofNothing({ value }: SchemaNode): Generator<Wrong> {
  if (isList(value.enum) && value.enum.length === 0) yield nothing('enum')
  if (value.not !== undefined && isEverything(value.not)) yield nothing('not')
  const { required, properties } = value
  if (!isList(required) || !isObject(properties)) return
  for (const [index, name] of required.entries()) {
    if (typeof name !== 'string' || !Object.hasOwn(properties, name)) continue
    if (isNothing(properties[name] ?? true))
      yield { below: ['required', index], at: 'value', messageId: 'forbidden', data: { name } }
  }
}

const nothing = (key: string): Wrong => ({ below: [key], at: 'whole', messageId: 'noValue', data: { key } })

const isEverything = (schema: Json): boolean =>
  schema === true || (isObject(schema) && Object.keys(schema).length === 0)

const isNothing = (schema: Json): boolean =>
  schema === false || (isObject(schema) && schema.not !== undefined && isEverything(schema.not))

function* ofConst(node: SchemaNode, fitting: Fitting): Generator<Wrong> {
  const { const: only, ...rest } = node.value
  if (only === undefined) return
  const place = { below: ['const'], at: 'value' } as const
  if (isList(rest.enum) && !rest.enum.some(value => isSame(value, only))) {
    yield { ...place, messageId: 'constOutside' }
    return
  }
  const verdict = fitting.fits(only, node, rest)
  if (isMisfit(verdict)) yield { ...place, messageId: 'constUnfit', data: { detail: verdict.why } }
}

function* ofTypes(node: SchemaNode, clashes: Clashes): Generator<Wrong> {
  const clash = isEmbedded(node) ? undefined : clashes.of(node.value)
  if (!clash) return
  const { branch, allowed, wanted } = clash
  const below = branch === null ? ['$ref'] : ['allOf', branch]
  yield { below, at: 'value', messageId: 'disjoint', data: { allowed, wanted } }
}
