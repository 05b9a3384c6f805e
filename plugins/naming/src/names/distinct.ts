import { defineRule, pageOf, type Rule, remembering, spelledWordsOf } from '@lienthong/plugin-sdk'

const lettersOf = remembering(2_000, name => spelledWordsOf(name).join(''))

/** Pairs a name with an earlier one that has the same letters; the same name again is another rule's business. */
function* lookalikes(names: readonly string[]): Generator<{ index: number; name: string; other: string }> {
  const seen = new Map<string, string>()
  for (const [index, name] of names.entries()) {
    const letters = lettersOf(name)
    const other = seen.get(letters)
    if (other === undefined) seen.set(letters, name)
    else if (other !== name) yield { index, name, other }
  }
}

export const distinctNames: Rule = defineRule({
  meta: {
    title: { vi: 'Tên khác nhau không chỉ ở cách viết', en: 'Names differ in more than their writing' },
    docs: pageOf({
      why: {
        vi: 'Hai trường của một thực thể mà tên chỉ khác chữ hoa hay dấu nối thường là một trường khai báo hai lần; cơ sở dữ liệu và thư viện không phân biệt hoa thường sẽ gộp chúng. Khác dấu tiếng Việt là khác từ, không bị nêu.',
        en: 'Two fields of one entity whose names differ only in capitals or separators are mostly one field declared twice; databases and libraries that ignore case fold them into one. Other Vietnamese diacritics make other words and are not reported.',
      },
      wrong: 'properties:\n  maTinh: { type: string }\n  ma_tinh: { type: string }',
      right: 'properties:\n  maTinh: { type: string }',
      source: 'NIEM NDR 6.0 7-1',
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    messages: {
      lookalike: {
        vi: '"{name}" chỉ khác "{other}" ở cách viết',
        en: '"{name}" differs from "{other}" only in its writing',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      const { properties } = node.value
      if (!properties) return
      for (const { name, other } of lookalikes(Object.keys(properties))) {
        const below = ['properties', name]
        ctx.report({ node, below, at: 'key', messageId: 'lookalike', data: { name, other } })
      }
    },
    'sql.table'(node) {
      for (const { index, name, other } of lookalikes(node.value.columns.map(column => column.name))) {
        const below = ['columns', index]
        ctx.report({ node, below, at: 'key', messageId: 'lookalike', data: { name, other } })
      }
    },
  }),
})
