import {
  cited,
  defineRule,
  type FieldNode,
  givenValues,
  type Path,
  pageOf,
  Recogniser,
  type Rule,
  schemaOf,
  thirdParty,
} from '@lienthong/plugin-sdk'

const provinceCodes = new Recogniser([
  { signs: { phrases: ['ma tinh', 'ma cap tinh', 'province code', 'ma don vi hanh chinh cap tinh'] } },
])

export const provinceCurrent: Rule = defineRule({
  meta: {
    title: { vi: 'Mã tỉnh còn dùng', en: 'Provinces of today' },
    docs: pageOf({
      why: {
        vi: 'Mã của tỉnh mà danh mục cơ quan ghi là đã thôi dùng thì chỉ đúng với dữ liệu cũ. Danh mục cho biết tỉnh nào thay; quy tắc theo danh mục của hệ thống, nên còn đúng khi có sắp xếp mới.',
        en: 'The code of a province that the inventory of organisations says has ended fits old data only. The inventory tells what took its place; the rule follows it, so that it stays right after the next reform.',
      },
      wrong: "maTinh:\n  enum: ['01', '10']",
      right: "maTinh:\n  enum: ['01', '15']",
      source: cited(['19/2025/QĐ-TTg', 'Danh mục cơ quan của hệ thống'], thirdParty),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    fixable: true,
    inputs: ['inventory'],
    messages: {
      ended: {
        vi: 'Mã {code} ({name}) thôi dùng từ ngày {since}{instead}',
        en: 'The code {code} ({name}) is out of use since {since}{instead}',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const judge = (node: FieldNode, code: string, below: Path) => {
      const found = ctx.inventory.province(code)
      if (!found?.validTo || ctx.inventory.day < found.validTo) return
      const { name, validTo, successorCode } = found
      const successor = successorCode === null ? undefined : ctx.inventory.organisation(successorCode)
      const to = successor?.officialCode
      const instead = to ? `: ${successor.name.vi} (${to})` : ''
      const title = { vi: `Thay bằng ${to}`, en: `Replace by ${to}` }
      ctx.report({
        ...{ node, below, at: 'value', messageId: 'ended' },
        data: { code, name: name.vi, since: validTo, instead },
        fixes: to ? [{ kind: 'setValue', value: to, title }] : [],
      })
    }
    return {
      field(node) {
        const schema = provinceCodes.kindOf(node.value) && schemaOf(ctx, node)
        for (const { value, below } of schema ? givenValues(schema) : [])
          if (typeof value === 'string') judge(node, value, below)
      },
    }
  },
})
