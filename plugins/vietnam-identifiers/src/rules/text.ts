import { cited, defineRule, type JsonObject, pageOf, type Rule, thirdParty } from '@lienthong/plugin-sdk'

const isComposed = (text: string): boolean => text === text.normalize('NFC')

const described = ['title', 'description', '$comment']

const textsOf = (schema: JsonObject): [string, string][] =>
  described.flatMap(key => {
    const text = schema[key]
    return typeof text === 'string' ? [[key, text] as [string, string]] : []
  })

export const composedText: Rule = defineRule({
  meta: {
    title: { vi: 'Unicode dựng sẵn (NFC)', en: 'Composed Unicode (NFC)' },
    docs: pageOf({
      why: {
        vi: 'Chữ Việt dựng sẵn (NFC) và tổ hợp trông giống nhau nhưng là hai chuỗi khác nhau: tìm kiếm, so khớp và khóa đều hỏng.',
        en: 'Composed (NFC) and decomposed Vietnamese look alike but are different strings: search, matching and keys break.',
      },
      wrong: 'title: "Đắk Lắk" (Đ, ă + dấu sắc rời)',
      right: 'title: "Đắk Lắk" (mỗi chữ một mã)',
      source: cited(['TCVN 6909:2001', '39/2017/TT-BTTTT', '30/2020/NĐ-CP'], thirdParty),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql', 'markdown'],
    fixable: true,
    messages: {
      decomposed: {
        vi: 'Chữ Việt ở dạng tổ hợp: chuẩn hóa về Unicode dựng sẵn (NFC)',
        en: 'The Vietnamese text is decomposed: normalise it to NFC',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const title = { vi: 'Chuẩn hóa về NFC', en: 'Normalise to NFC' }
    return {
      schema(node) {
        for (const [key, text] of textsOf(node.value)) {
          if (isComposed(text)) continue
          const fixes = [{ kind: 'setValue', value: text.normalize('NFC'), title } as const]
          ctx.report({ node, below: [key], at: 'value', messageId: 'decomposed', fixes })
        }
        if (node.role === 'property' && typeof node.key === 'string' && !isComposed(node.key)) {
          const fixes = [{ kind: 'rename', to: node.key.normalize('NFC'), title } as const]
          ctx.report({ node, at: 'key', messageId: 'decomposed', fixes })
        }
      },
      'sql.statement'(node) {
        if (isComposed(node.text)) return
        const fixes = [{ kind: 'replaceText', text: node.text.normalize('NFC'), title } as const]
        ctx.report({ node, at: 'whole', messageId: 'decomposed', fixes })
      },
      'md.section'(node) {
        if (!isComposed(node.value.text)) ctx.report({ node, at: 'key', messageId: 'decomposed' })
      },
    }
  },
})
