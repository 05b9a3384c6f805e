import {
  defineRule,
  type Json,
  type Path,
  pageOf,
  pointerTo,
  type Rule,
  type RuleContext,
} from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'
import { draftOf } from './draft.ts'

export const metaSchema: Rule = defineRule({
  meta: {
    title: { vi: 'Đúng siêu lược đồ', en: 'The meta-schema is kept' },
    docs: pageOf({
      why: {
        vi: 'Từ khóa có giá trị sai kiểu (ví dụ "required: true") bị bộ kiểm tra bỏ qua hoặc từ chối cả lược đồ.',
        en: 'A keyword with a value of the wrong kind (such as "required: true") is ignored by some validators, and others refuse the whole schema.',
      },
      wrong: 'hoTen:\n  type: text\n  minLength: "1"',
      right: 'hoTen:\n  type: string\n  minLength: 1',
      source: `${jsonSchema}: https://json-schema.org/draft/2020-12/schema`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    messages: { invalid: { vi: 'Lược đồ không hợp lệ: {detail}', en: 'Not a valid schema: {detail}' } },
  },
  scope: 'unit',
  create: ctx => ({
    'schema.invalid'(node) {
      // A name required twice is said exactly, with a fix, by required-exists.
      if (node.keyword === 'uniqueItems' && node.path.at(-1) === 'required') return
      const last = lastDraftWith(node.path, valueAt(ctx, node.path))
      if (last !== undefined && draftOf(ctx) <= last) return
      ctx.report({ node, at: 'value', messageId: 'invalid', data: { detail: node.message } })
    },
  }),
})

/** The problems are found by the meta-schema of 2020-12: the last draft whose own allows this, undefined where none does. */
function lastDraftWith(path: Path, value: Json | undefined): number | undefined {
  const keyword = path.at(-1)
  if (keyword === 'items' && Array.isArray(value)) return 2019
  if (keyword === '$recursiveAnchor' && typeof value === 'boolean') return 2019
  if (keyword === '$id' && typeof value === 'string' && /^#[A-Za-z]/.test(value)) return 7
  const isExclusive = keyword === 'exclusiveMinimum' || keyword === 'exclusiveMaximum'
  return isExclusive && typeof value === 'boolean' ? 4 : undefined
}

/** A problem comes without what stands there. */
const valueAt = (ctx: RuleContext, path: Path): Json | undefined =>
  ctx.resolve(pointerTo(path.slice(0, -1)))?.value[String(path.at(-1))]
