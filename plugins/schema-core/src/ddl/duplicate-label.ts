import {
  defineRule,
  Occurrences,
  pageOf,
  type Report,
  type Rule,
  type SqlName,
  SqlScript,
  type SqlStatement,
  type SqlStatementNode,
} from '@lienthong/plugin-sdk'
import { postgresql } from '../sources.ts'
import { isDynamic, written } from './catalogue.ts'

export const duplicateLabel: Rule = defineRule({
  meta: {
    title: { vi: 'Giá trị liệt kê không trùng', en: 'Labels of an enumeration are unique' },
    docs: pageOf({
      why: {
        vi: 'PostgreSQL dừng kịch bản ở giá trị thứ hai giống nhau của một kiểu liệt kê.',
        en: 'PostgreSQL stops the script at a label that the enumerated type has already.',
      },
      wrong: "create type gioi_tinh as enum ('nam', 'nu', 'nam');",
      right: "create type gioi_tinh as enum ('nam', 'nu', 'khac');",
      source: `${postgresql} § 8.7`,
    }),
    defaultSeverity: 'error',
    languages: ['sql'],
    messages: {
      twice: { vi: 'Kiểu "{type}" đã có giá trị {label}', en: 'The type "{type}" has {label} already' },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'sql') return
      let script = new SqlScript()
      for (const node of facts.statements) {
        if (isDynamic(node)) script = new SqlScript()
        if (!isOfTypes(node.value)) continue
        const twice = addedTwice(node, script)
        if (twice) {
          const label = `'${twice.label.replaceAll("'", "''")}'`
          const data = { type: written(twice.type), label }
          ctx.report({ node, ...lastOf(label, node.text), messageId: 'twice', data })
        }
        script.take(node)
      }
    },
  }),
})

/** Whether a statement makes, changes, drops or renames types. */
const isOfTypes = (value: SqlStatement): boolean =>
  value.kind === 'type' || value.kind === 'enum-change' || ('what' in value && value.what === 'type')

/** The first label at which PostgreSQL stops. */
function addedTwice(
  { value, text }: SqlStatementNode,
  script: SqlScript,
): { type: SqlName; label: string } | undefined {
  if (value.kind === 'type') {
    const seen = new Set<string>()
    const label = value.values.find(one => seen.size === seen.add(one).size)
    return label === undefined ? undefined : { type: value.name, label }
  }
  if (value.kind !== 'enum-change' || /\bif\s+not\s+exists\b/i.test(text)) return undefined
  const isThere = script.type(value.type)?.value.values.includes(value.value)
  return isThere ? { type: value.type, label: value.value } : undefined
}

const lastOf = (words: string, text: string): Pick<Report, 'words' | 'nth'> => {
  const at = text.lastIndexOf(words)
  return at < 0 ? {} : new Occurrences(text).mark(at, at + words.length)
}
