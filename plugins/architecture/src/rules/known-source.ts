import { cited, defineRule, onRecord, pageOf, type Rule } from '@lienthong/plugin-sdk'

export const knownSource: Rule = defineRule({
  meta: {
    title: { vi: 'Nguồn dữ liệu có trong danh mục', en: 'Sources of data exist' },
    docs: pageOf({
      why: {
        vi: 'Từ khóa `x-source` nêu mã cơ sở dữ liệu là nguồn của dữ liệu: mã phải có trong danh mục và còn hiệu lực, nếu không thì không tra cứu được ở đâu.',
        en: 'The keyword `x-source` names the database that the data comes from by its code: it must be in the inventory and hold today, or there is nowhere to look things up.',
      },
      wrong: 'x-source: dan-so',
      right: 'x-source: dan-cu',
      source: cited(['Danh mục cơ sở dữ liệu của hệ thống'], onRecord),
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    fixable: true,
    inputs: ['inventory'],
    messages: {
      unknown: {
        vi: 'Danh mục không có cơ sở dữ liệu mã "{code}"',
        en: 'The inventory has no database with the code "{code}"',
      },
      ended: {
        vi: '"{code}" không còn trong danh mục từ ngày {since}{instead}',
        en: '"{code}" is not in the inventory any more since {since}{instead}',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      const code = node.value['x-source']
      if (typeof code !== 'string') return
      const place = { node, below: ['x-source'], at: 'value' } as const
      const found = ctx.inventory.database(code)
      if (!found) return ctx.report({ ...place, messageId: 'unknown', data: { code } })
      const { validTo, successorCode } = found
      if (validTo === null || ctx.inventory.day < validTo) return
      const instead = {
        vi: successorCode === null ? '' : `; thay bằng "${successorCode}"`,
        en: successorCode === null ? '' : `; "${successorCode}" took its place`,
      }
      const title = { vi: `Thay bằng ${successorCode}`, en: `Replace by ${successorCode}` }
      const fixes =
        successorCode === null ? [] : ([{ kind: 'setValue', value: successorCode, title }] as const)
      ctx.report({ ...place, messageId: 'ended', data: { code, since: validTo, instead }, fixes })
    },
  }),
})
