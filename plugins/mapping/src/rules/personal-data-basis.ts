import { cited, defineRule, pageOf, type Rule, unverified } from '@lienthong/plugin-sdk'
import { Ends } from '../ends.ts'

export const personalDataBasis: Rule = defineRule({
  meta: {
    title: { vi: 'Chuyển giao dữ liệu cá nhân có căn cứ', en: 'Personal data is handed on with a basis' },
    docs: pageOf({
      why: {
        vi: 'Dữ liệu cá nhân đi từ cơ sở dữ liệu của cơ quan này sang cơ quan khác thì tài liệu nêu căn cứ (`x-legal-basis` ở gốc) và mục đích (`purpose`). Trường nào là dữ liệu cá nhân, theo nhãn của lược đồ hai đầu; cơ quan chủ quản theo danh mục.',
        en: 'Where personal data passes from the database of one organisation to that of another, the document states the basis (`x-legal-basis` in its root) and the purpose (`purpose`). Which fields are personal data is what the schemas at both ends say, who owns them what the inventory says.',
      },
      wrong: 'mapping:\n  source: ho-tich/khai-sinh.schema.json\n  target: dan-cu/cong-dan.schema.yaml',
      right:
        'x-legal-basis: ND-278-2025\nmapping:\n  source: ho-tich/khai-sinh.schema.json\n  target: dan-cu/cong-dan.schema.yaml\n  purpose: Cấp số định danh cá nhân cho trẻ em',
      source: cited(['91/2025/QH15', '356/2025/NĐ-CP', '278/2025/NĐ-CP'], unverified),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    inputs: ['schemas', 'inventory'],
    messages: {
      basis: {
        vi: 'Dữ liệu cá nhân ("{name}") sang cơ quan khác: nêu căn cứ ở "x-legal-basis"',
        en: 'Personal data ("{name}") passes to another organisation: state the basis in "x-legal-basis"',
      },
      purpose: {
        vi: 'Dữ liệu cá nhân ("{name}") sang cơ quan khác: nêu mục đích ở "purpose"',
        en: 'Personal data ("{name}") passes to another organisation: state why in "purpose"',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const ends = new Ends(ctx)
    const ownerOf = (database: string | undefined) =>
      database === undefined ? null : (ctx.inventory.database(database)?.ownerCode ?? null)
    return {
      mapping(node) {
        const { basis, purpose } = node.value
        const from = ownerOf(ends.source(node)?.schema.database)
        const to = ownerOf(ends.target(node)?.schema.database)
        if (from === null || to === null || from === to || (basis.length > 0 && purpose !== null)) return
        const name = node.entries
          .flatMap(entry => ends.fieldsOf(entry))
          .find(({ field }) => field?.personalData === 'basic' || field?.personalData === 'sensitive')?.name
        if (name === undefined) return
        const place = { node, at: 'key', data: { name } } as const
        if (basis.length === 0) ctx.report({ ...place, messageId: 'basis' })
        if (purpose === null) ctx.report({ ...place, messageId: 'purpose' })
      },
    }
  },
})
