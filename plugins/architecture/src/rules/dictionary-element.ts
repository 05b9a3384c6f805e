import {
  cited,
  type DictionaryElement,
  defineRule,
  type Field,
  type FieldNode,
  type Fix,
  type LocalText,
  pageOf,
  type Rule,
} from '@lienthong/plugin-sdk'

export const dictionaryElement: Rule = defineRule({
  meta: {
    title: { vi: 'Đúng từ điển dữ liệu dùng chung', en: 'As in the common data dictionary' },
    docs: pageOf({
      why: {
        vi: 'Phần tử dữ liệu có trong từ điển dùng chung được ghi như nhau ở mọi nơi; ghi khác đi thì dữ liệu phải chuyển đổi mỗi lần chia sẻ. Từ điển là lược đồ đã công bố của một cơ sở dữ liệu cấp quốc gia, có `x-data-dictionary: true` ở gốc; phần tử là các định nghĩa của nó, tìm theo tên trường.',
        en: 'An element of the common dictionary is written alike everywhere; what is written otherwise has to be converted whenever it is shared. A dictionary is a published schema of a national database with `x-data-dictionary: true` in its root; its definitions are the elements, found by the names of fields.',
      },
      wrong: 'soDinhDanh: { type: string, maxLength: 20 }',
      right: "soDinhDanh: { $ref: '../dan-cu/tu-dien.schema.yaml#/$defs/SoDinhDanh' }",
      source: cited(['Quyết định 2439/QĐ-TTg', 'SEMIC GC-R1 Reuse existing concepts'], {
        vi: 'nội dung từ điển ban hành kèm quyết định không có ở đây: so với từ điển công bố trên hệ thống này',
        en: 'the dictionary that the decision promulgates is not known here: compared is with those published on this system',
      }),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    fixable: true,
    inputs: ['dictionary'],
    messages: {
      differs: {
        vi: 'Từ điển ({address}) ghi {what} của "{element}" là {there}; ở đây {here}',
        en: 'The dictionary ({address}) says that the {what} of "{element}" is {there}; here it is {here}',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      const element = ctx.dictionary.element(node.value.name)
      const difference = element && differenceOf(node, element)
      if (!difference) return
      const { address, name } = element
      ctx.report({
        node,
        at: 'key',
        messageId: 'differs',
        data: { address, element: name, ...difference },
        fixes: node.language === 'json-schema' ? [referring(node.value, element)] : [],
      })
    },
  }),
})

interface Difference {
  readonly what: LocalText
  readonly there: string
  readonly here: string | LocalText
}

const unstated: LocalText = { vi: 'không nêu', en: 'not stated' }

/** What is not known of the one or the other is no difference. A script has no patterns and lists of values of its own. */
const differenceOf = ({ value, language }: FieldNode, element: DictionaryElement): Difference | null => {
  if (element.type === 'unknown' || value.type === 'unknown') return null
  if (value.type !== element.type)
    return { what: { vi: 'kiểu', en: 'type' }, there: element.type, here: value.type }
  if (element.maxLength !== null && value.maxLength !== element.maxLength)
    return {
      what: { vi: 'độ dài tối đa', en: 'greatest length' },
      there: String(element.maxLength),
      here: value.maxLength === null ? unstated : String(value.maxLength),
    }
  return language === 'sql' ? null : contentDifference(value, element)
}

const contentDifference = (value: Field, element: DictionaryElement): Difference | null => {
  if (element.pattern !== null && value.pattern !== element.pattern)
    return { what: { vi: 'mẫu', en: 'pattern' }, there: element.pattern, here: value.pattern ?? unstated }
  const listed = listOf(element.values)
  if (listed !== null && listOf(value.values) !== listed)
    return {
      what: { vi: 'danh sách giá trị', en: 'list of values' },
      there: listed,
      here: listOf(value.values) ?? unstated,
    }
  return null
}

const listOf = (values: readonly string[] | null): string | null => values && [...values].sort().join(', ')

const referring = ({ description }: Field, { address, name }: DictionaryElement): Fix => {
  const $ref = `../${address}#/$defs/${name}`
  return {
    kind: 'setValue',
    value: description === null ? { $ref } : { $ref, description },
    title: { vi: 'Dùng phần tử của từ điển', en: 'Use the element of the dictionary' },
  }
}
