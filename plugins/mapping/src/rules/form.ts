import {
  defineRule,
  type Json,
  type JsonObject,
  nearest,
  type Path,
  pageOf,
  type Report,
  type Rule,
} from '@lienthong/plugin-sdk'
import { framework } from '../sources.ts'

const mappingKeys = ['title', 'description', 'source', 'target', 'purpose', 'fields']
const entryKeys = ['from', 'to', 'value', 'codes', 'transform', 'loss', 'description']

export const form: Rule = defineRule({
  meta: {
    title: { vi: 'Ánh xạ viết đủ và đúng từ khóa', en: 'A mapping is written out' },
    docs: pageOf({
      why: {
        vi: 'Ánh xạ nêu lược đồ nguồn, lược đồ đích (`mã-cơ-sở-dữ-liệu/tên-tài-liệu`) và danh sách `fields`; mỗi mục có `to`, cùng `from` (một hoặc nhiều trường) hoặc `value` (giá trị cố định). Tùy chọn: `codes` (chuyển mã), `transform` (cách biến đổi), `loss` (mất gì và vì sao). Từ khóa viết sai thì không có tác dụng mà không ai hay.',
        en: 'A mapping names its source and target schemas (`database-code/document`) and a list `fields`; each entry has `to`, and `from` (one field or several) or `value` (a fixed value). It may have `codes` (their translation), `transform` (how values change) and `loss` (what is lost, and why). A keyword that is misspelt does nothing, and nobody notices.',
      },
      wrong: 'mapping:\n  source: ho-so/cong-dan.sql\n  fields:\n    - { form: cong_dan.ho_ten, to: hoTen }',
      right:
        'mapping:\n  source: ho-so/cong-dan.sql\n  target: dan-cu/cong-dan.schema.yaml\n  fields:\n    - { from: cong_dan.ho_ten, to: hoTen }',
      source: framework,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      missing: { vi: 'Ánh xạ thiếu "{key}"', en: 'The mapping lacks "{key}"' },
      fields: { vi: '"fields" phải là danh sách các mục', en: '"fields" must be a list of entries' },
      origin: { vi: 'Nêu hoặc "from" hoặc "value"', en: 'State either "from" or "value"' },
      target: {
        vi: 'Mục không nêu "to": trường được ghi',
        en: 'The entry lacks "to": the field that it feeds',
      },
      unknown: { vi: 'Ánh xạ không có từ khóa "{key}"', en: 'Mappings have no keyword "{key}"' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      const { mapping } = node.value
      if (node.role !== 'root' || mapping === undefined) return
      for (const { below, ...flaw } of flawsOf(mapping))
        ctx.report({ node, below: ['mapping', ...below], ...flaw })
    },
  }),
})

type Flaw = Omit<Report, 'node' | 'below'> & { readonly below: Path }

const flawsOf = (mapping: Json): Flaw[] => {
  const written = isObject(mapping) ? mapping : {}
  const { source, target, fields } = written
  const missing = Object.entries({
    source: isGiven(source),
    target: isGiven(target),
    fields: fields !== undefined,
  })
    .filter(([, isThere]) => !isThere)
    .map(([key]): Flaw => ({ below: [], at: 'key', messageId: 'missing', data: { key } }))
  const inFields: Flaw[] = Array.isArray(fields)
    ? fields.flatMap((entry: Json, at) => entryFlaws(entry, ['fields', at]))
    : fields === undefined
      ? []
      : [{ below: ['fields'], at: 'key', messageId: 'fields' }]
  return [...unknownKeys(written, mappingKeys, []), ...missing, ...inFields]
}

const entryFlaws = (entry: Json, below: Path): Flaw[] => {
  if (!isObject(entry)) return [{ below, messageId: 'fields' }]
  const flaws = unknownKeys(entry, entryKeys, below)
  if (!isGiven(entry.to)) flaws.push({ below, messageId: 'target' })
  if (isGiven(entry.from) === (entry.value !== undefined)) flaws.push({ below, messageId: 'origin' })
  return flaws
}

const unknownKeys = (written: JsonObject, keys: readonly string[], below: Path): Flaw[] =>
  Object.keys(written)
    .filter(key => !keys.includes(key))
    .map(key => {
      const to = nearest(key, keys)
      const title = { vi: `Đổi thành ${to}`, en: `Rename to ${to}` }
      const fixes = to === undefined || to in written ? [] : ([{ kind: 'rename', to, title }] as const)
      return { below: [...below, key], at: 'key', messageId: 'unknown', data: { key }, fixes }
    })

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text, or a list of texts. */
const isGiven = (value: Json | undefined): boolean =>
  Array.isArray(value)
    ? value.length > 0 && value.every(isGiven)
    : typeof value === 'string' && value.trim() !== ''
