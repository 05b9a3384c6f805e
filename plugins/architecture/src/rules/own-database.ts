import { cited, defineRule, onRecord, pageOf, type Rule, wordsOf } from '@lienthong/plugin-sdk'
import { stated } from '../stated.ts'

const database = { keyword: 'x-database', labels: ['cơ sở dữ liệu', 'database'] }
const owner = { keyword: 'x-owner', labels: ['cơ quan chủ quản', 'chủ quản', 'owner'] }

const isSame = (one: string, other: string): boolean => wordsOf(one).join(' ') === wordsOf(other).join(' ')

/** `**Name** (code)`, its marks taken away: the name and the code. */
const parts = /^(.*?)\s*\(([A-Za-z0-9][A-Za-z0-9._-]*)\)\s*$/

export const ownDatabase: Rule = defineRule({
  meta: {
    title: { vi: 'Cơ sở dữ liệu và chủ quản đúng danh mục', en: 'Database and owner as in the inventory' },
    docs: pageOf({
      why: {
        vi: 'Đặc tả nêu cơ sở dữ liệu và cơ quan chủ quản ở đầu. Khi danh mục đổi (sáp nhập, chuyển chủ quản) mà đặc tả không đổi theo thì người đọc hỏi sai cơ quan.',
        en: 'A specification names its database and the owner at its top. When the inventory changes (a merger, another owner) and the specification does not follow, readers turn to the wrong organisation.',
      },
      wrong: 'Cơ sở dữ liệu: **Cơ sở dữ liệu quốc gia về dân cư** (`dan-cu`)\nCơ quan chủ quản: Bộ Tư pháp',
      right: 'Cơ sở dữ liệu: **Cơ sở dữ liệu quốc gia về dân cư** (`dan-cu`)\nCơ quan chủ quản: Bộ Công an',
      source: cited(['Danh mục cơ sở dữ liệu của hệ thống'], onRecord),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql', 'markdown'],
    fixable: true,
    inputs: ['inventory'],
    messages: {
      other: {
        vi: 'Tài liệu thuộc cơ sở dữ liệu "{own}", không phải "{stated}"',
        en: 'The document belongs to the database "{own}", not to "{stated}"',
      },
      name: {
        vi: 'Trong danh mục, "{code}" tên là "{name}"',
        en: 'In the inventory "{code}" is called "{name}"',
      },
      owner: {
        vi: 'Trong danh mục, chủ quản của "{code}" là {name}',
        en: 'In the inventory the owner of "{code}" is {name}',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const { own } = ctx.inventory
    if (!own) return {}
    const organisation = own.ownerCode === null ? undefined : ctx.inventory.organisation(own.ownerCode)
    const replacing = (text: string) =>
      [{ kind: 'replaceText', text, title: { vi: `Sửa thành ${text}`, en: `Change to ${text}` } }] as const
    const ofDatabase = stated(database, (_, { value, place }) => {
      const [, name, code] = parts.exec(value) ?? []
      if (name === undefined || code === undefined) return
      const words = { ...place, words: '' }
      if (code !== own.code)
        ctx.report({ ...words, words: code, messageId: 'other', data: { own: own.code, stated: code } })
      else if (![own.name.vi, own.name.en ?? ''].some(known => isSame(known, name)))
        ctx.report({
          ...{ ...words, words: name, messageId: 'name' },
          data: { code, name: own.name.vi },
          fixes: replacing(own.name.vi),
        })
    })
    const ofOwner = stated(owner, (_, { value, place }) => {
      if (!organisation) return
      const { vi, en } = organisation.name
      if ([vi, en ?? '', organisation.code].some(known => isSame(known, value))) return
      const data = { code: own.code, name: vi }
      ctx.report({ ...place, messageId: 'owner', data, fixes: replacing(vi) })
    })
    return {
      schema(node) {
        ofDatabase.schema?.(node)
        ofOwner.schema?.(node)
      },
      'sql.statement'(node) {
        ofDatabase['sql.statement']?.(node)
        ofOwner['sql.statement']?.(node)
      },
      'md.section'(node) {
        ofDatabase['md.section']?.(node)
        ofOwner['md.section']?.(node)
      },
    }
  },
})
