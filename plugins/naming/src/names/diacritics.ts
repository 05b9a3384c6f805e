import { defineRule, pageOf, type Rule, spelledWordsOf, withoutDiacritics } from '@lienthong/plugin-sdk'
import { everyName, type Name } from './name.ts'
import { prevails } from './prevailing.ts'
import { Renaming } from './renaming.ts'

export const diacritics: Rule = defineRule({
  meta: {
    title: { vi: 'Dấu tiếng Việt trong tên nhất quán', en: 'Vietnamese diacritics in names are consistent' },
    docs: pageOf({
      why: {
        vi: 'Tên khi có dấu khi không thì máy coi là hai tên khác nhau, và người viết truy vấn không đoán được. Khi phần lớn tên không dấu, tên có dấu bị nêu; khi tài liệu viết có dấu, chỉ nêu tên nhiều từ viết cả hai cách, vì nhiều từ tiếng Việt vốn không dấu. Tùy chọn `{ use: never }` cấm dấu trong mọi tên.',
        en: 'A name with and without its diacritics is two names to a machine, and nobody writing a query can guess which. Where most names go without, those with diacritics are reported; where a document writes them, only a name of several words that is written both ways is, for many Vietnamese words have none. The option `{ use: never }` forbids them in every name.',
      },
      wrong:
        'create table cong_dan (\n  ho_ten text, ngay_sinh date, gioi_tinh char(1),\n  "nơi_sinh" text\n);',
      right:
        'create table cong_dan (\n  ho_ten text, ngay_sinh date, gioi_tinh char(1),\n  noi_sinh text\n);',
      source: 'NIEM NDR 6.0 7-16',
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    fixable: true,
    optionsSchema: {
      type: 'object',
      properties: { use: { enum: ['consistently', 'never'] } },
      additionalProperties: false,
    },
    messages: {
      marked: {
        vi: '"{name}" có dấu, tên khác không dấu: "{to}"',
        en: '"{name}" has diacritics, other names have none: "{to}"',
      },
      never: { vi: 'Tên không được có dấu: "{to}"', en: 'Names may not have diacritics: "{to}"' },
      bothWays: {
        vi: '"{name}" cũng được viết là "{to}" trong tài liệu này',
        en: '"{name}" is also written "{to}" in this document',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    ...everyName(name => {
      const plain = withoutDiacritics(name.text)
      ctx.note(name.node, { ...name, plain, isMarked: plain !== name.text.normalize('NFC') })
    }),
    document(facts) {
      const names = facts.notes.map(({ fact }) => fact as PlainName)
      const renaming = new Renaming(facts)
      for (const { name, to, messageId } of inconsistent(names, ctx.options.use === 'never')) {
        const data = { name: name.text, to }
        const fixes = renaming.fixes(name.text, to)
        ctx.report({ node: name.node, at: 'key', messageId, data, fixes })
      }
    },
  }),
})

interface PlainName extends Name {
  readonly plain: string
  readonly isMarked: boolean
}

interface Inconsistency {
  readonly name: Name
  readonly to: string
  readonly messageId: 'marked' | 'never' | 'bothWays'
}

function inconsistent(names: readonly PlainName[], isForbidden: boolean): Inconsistency[] {
  const marked = names.filter(({ isMarked }) => isMarked)
  if (marked.length === 0) return []
  if (isForbidden || prevails(names.length - marked.length, names.length))
    return marked.map(name => ({ name, to: name.plain, messageId: isForbidden ? 'never' : 'marked' }))
  const written = new Map(marked.map(({ text, plain }) => [plain, text]))
  return names.flatMap(name => {
    const to = spelledWordsOf(name.text).length > 1 ? written.get(name.text) : undefined
    return to === undefined ? [] : [{ name, to, messageId: 'bothWays' as const }]
  })
}
