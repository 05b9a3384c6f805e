import {
  defineRule,
  type JsonObject,
  pageOf,
  type Rule,
  type RuleContext,
  remembering,
} from '@lienthong/plugin-sdk'
import { everyName, type Kind, kinds, type Name, plurals } from './name.ts'
import { Renaming } from './renaming.ts'
import { conventionOf, inStyle, type Style, styles, stylesOf } from './style.ts'

/** Names that a vocabulary of their own prescribes (`$schema`, `@id`, `_links`, `x-note`, `tls.enabled`), symbols, and letters without case. */
const isExempt = remembering(2_000, name => /^[$@_]|^x-|[.:/]|^.$|\p{Lo}/iu.test(name))

interface StyledName extends Name {
  readonly fitting: readonly Style[]
}

/** A style by kind, as the options choose it. */
const chosenStyle = (options: JsonObject, kind: Kind): Style | undefined =>
  styles.find(style => style === options[kind])

export const caseRule: Rule = defineRule({
  meta: {
    title: { vi: 'Tên viết theo một kiểu', en: 'Names are written in one style' },
    docs: pageOf({
      why: {
        vi: 'Nhiều kiểu viết trong một tài liệu buộc người dùng phải tra từng tên, và sinh ra các cặp tên chỉ khác cách viết. Kiểu đúng là kiểu mà phần lớn tên trong tài liệu theo, hoặc kiểu được chọn: `{ property: camelCase, definition: PascalCase, column: snake_case, table: snake_case }`. Tên một từ (`ten`) hợp với nhiều kiểu. Chỉ đề nghị đổi tên khi tài liệu không nhắc tên ấy ở chỗ nào khác.',
        en: 'Several styles in one document make everybody look up every name, and breed pairs that differ in writing only. The right style is the one that most names of the document follow, or the one chosen: `{ property: camelCase, definition: PascalCase, column: snake_case, table: snake_case }`. A name of one word (`ten`) fits several. Renaming is offered only where the document says the name nowhere else.',
      },
      wrong:
        'properties:\n  hoTen: { type: string }\n  ngaySinh: { type: string }\n  gioiTinh: { type: string }\n  noi_sinh: { type: string }',
      right:
        'properties:\n  hoTen: { type: string }\n  ngaySinh: { type: string }\n  gioiTinh: { type: string }\n  noiSinh: { type: string }',
      source:
        'Spectral and Redocly `casing`; Buf `FIELD_LOWER_SNAKE_CASE`, `MESSAGE_PASCAL_CASE`; Bytebase `NAMING_TABLE`, `NAMING_COLUMN`, `NAMING_IDENTIFIER_CASE`; NIEM NDR 6.0 7-17',
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    fixable: true,
    optionsSchema: {
      type: 'object',
      properties: Object.fromEntries(kinds.map(kind => [kind, { enum: [...styles] }])),
      additionalProperties: false,
    },
    messages: {
      differs: {
        vi: '"{name}" không viết theo {style} như phần lớn {kind}: "{to}"',
        en: '"{name}" is not in {style} as most {kind} are: "{to}"',
      },
      chosen: {
        vi: '"{name}" không viết theo {style} như đã chọn cho {kind}: "{to}"',
        en: '"{name}" is not in {style} as chosen for {kind}: "{to}"',
      },
      mixed: {
        vi: 'Tên {kind} viết theo nhiều kiểu ({counts}); hãy chọn một',
        en: 'Names of {kind} are written in several styles ({counts}); choose one',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    ...everyName(name => {
      if (!isExempt(name.text)) ctx.note(name.node, { ...name, fitting: stylesOf(name.text) })
    }),
    document(facts) {
      const renaming = new Renaming(facts)
      const all = facts.notes.map(({ fact }) => fact as StyledName)
      for (const kind of kinds) {
        const names = all.filter(name => name.kind === kind)
        const chosen = chosenStyle(ctx.options, kind)
        const convention = conventionOf(names.map(({ fitting }) => fitting))
        const style = chosen ?? convention.style
        const messageId = chosen ? 'chosen' : 'differs'
        if (style) for (const name of names) reportMisfit(ctx, name, style, messageId, renaming)
        else reportMixture(ctx, names, convention.counts)
      }
    },
  }),
})

function reportMisfit(
  ctx: RuleContext,
  { node, text, kind, fitting }: StyledName,
  style: Style,
  messageId: 'chosen' | 'differs',
  renaming: Renaming,
): void {
  if (fitting.includes(style)) return
  const to = inStyle(text, style)
  // What no style can write, such as a name that begins with a digit.
  if (!stylesOf(to).includes(style)) return
  const data = { name: text, style, to, kind: plurals[kind] }
  ctx.report({ node, at: 'key', messageId, data, fixes: renaming.fixes(text, to) })
}

/** One finding, at the first name that departs from those before: which of them are wrong is not known. */
function reportMixture(
  ctx: RuleContext,
  names: readonly StyledName[],
  used: readonly (readonly [Style, number])[],
): void {
  if (used.length < 2) return
  const telling = names.filter(({ fitting }) => fitting.length === 1)
  const departing = telling.find(({ fitting }) => fitting[0] !== telling[0]?.fitting[0])
  if (!departing) return
  const counts = used.map(([style, count]) => `${style} ${count}`).join(', ')
  const data = { counts, kind: plurals[departing.kind] }
  ctx.report({ node: departing.node, at: 'key', messageId: 'mixed', data })
}
