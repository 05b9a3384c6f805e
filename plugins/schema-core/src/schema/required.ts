import {
  defineRule,
  type JsonObject,
  nearest,
  pageOf,
  type Rule,
  type SchemaNode,
} from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'

export const requiredExists: Rule = defineRule({
  meta: {
    title: { vi: 'Trường bắt buộc có tồn tại', en: 'Required properties exist' },
    docs: pageOf({
      why: {
        vi: 'Tên bắt buộc mà không được khai báo khiến mọi bản ghi đều sai, hoặc trường thật không còn bắt buộc.',
        en: 'A required name that is not declared makes every record invalid, or leaves the real field optional.',
      },
      wrong: 'required: [hoten]\nproperties:\n  hoTen: { type: string }',
      right: 'required: [hoTen]\nproperties:\n  hoTen: { type: string }',
      source: `${jsonSchema} Validation § 6.5.3`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      missing: {
        vi: '"{name}" bắt buộc nhưng không được khai báo',
        en: '"{name}" is required but not declared',
      },
      twice: { vi: '"{name}" được ghi hai lần', en: '"{name}" is listed twice' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      const { required } = node.value
      if (!Array.isArray(required)) return
      const names = declaredNames(node)
      required.forEach((name, i) => {
        if (typeof name !== 'string') return
        const place = { node, below: ['required', i], at: 'value', data: { name } } as const
        if (required.indexOf(name) < i) {
          const title = { vi: 'Bỏ tên lặp', en: 'Remove the second' }
          ctx.report({ ...place, messageId: 'twice', fixes: [{ kind: 'remove', title }] })
        } else if (names && !names.has(name)) {
          const near = nearest(name, names)
          const title = { vi: `Đổi thành "${near}"`, en: `Change to "${near}"` }
          const fixes = near === undefined ? [] : [{ kind: 'setValue', value: near, title } as const]
          ctx.report({ ...place, messageId: 'missing', fixes })
        }
      })
    },
  }),
})

/** The names declared at a schema and, for a branch of it, around it; undefined where names may come from elsewhere. */
function declaredNames(node: SchemaNode): Set<string> | undefined {
  const names = new Set<string>()
  let declares = false
  for (
    let at: SchemaNode | null = node;
    at;
    at = at.role === 'branch' || at.role === 'other' ? at.parent : null
  ) {
    if (isOpen(at.value)) return undefined
    const { properties } = at.value
    if (!isObject(properties)) continue
    declares = true
    for (const name of Object.keys(properties)) names.add(name)
  }
  return declares ? names : undefined
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names may be declared by what is referred to, by branches or by patterns. */
const isOpen = (schema: JsonObject): boolean => openers.some(key => key in schema)

const openers = [
  ...['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'patternProperties'],
  ...['dependentSchemas', 'dependencies', 'then'],
]
