import { type Completion, defineCompletion, type Proposal } from '@lienthong/plugin-sdk'

/** The values that keywords of JSON Schema may have, where there are few. */
const values: Readonly<Record<string, readonly Proposal[]>> = {
  $schema: [
    {
      value: 'https://json-schema.org/draft/2020-12/schema',
      about: { vi: 'JSON Schema 2020-12', en: 'JSON Schema 2020-12' },
    },
  ],
  type: [
    { value: 'string', about: { vi: 'văn bản', en: 'text' } },
    { value: 'integer', about: { vi: 'số nguyên', en: 'whole number' } },
    { value: 'number', about: { vi: 'số', en: 'number' } },
    { value: 'boolean', about: { vi: 'đúng hoặc sai', en: 'true or false' } },
    { value: 'object', about: { vi: 'đối tượng có các trường', en: 'object with fields' } },
    { value: 'array', about: { vi: 'danh sách', en: 'list' } },
    { value: 'null', about: { vi: 'không có giá trị', en: 'no value' } },
  ],
  format: [
    { value: 'date', about: { vi: 'ngày, 2026-01-31', en: 'date, 2026-01-31' } },
    {
      value: 'date-time',
      about: { vi: 'ngày giờ, 2026-01-31T08:00:00+07:00', en: 'date and time, 2026-01-31T08:00:00+07:00' },
    },
    { value: 'time', about: { vi: 'giờ, 08:00:00+07:00', en: 'time, 08:00:00+07:00' } },
    { value: 'duration', about: { vi: 'khoảng thời gian, P1Y6M', en: 'duration, P1Y6M' } },
    { value: 'email', about: { vi: 'địa chỉ thư điện tử', en: 'e-mail address' } },
    { value: 'uri', about: { vi: 'địa chỉ, https://…', en: 'address, https://…' } },
    { value: 'uuid', about: { vi: 'UUID', en: 'UUID' } },
    { value: 'ipv4', about: { vi: 'địa chỉ IPv4', en: 'IPv4 address' } },
    { value: 'ipv6', about: { vi: 'địa chỉ IPv6', en: 'IPv6 address' } },
    { value: 'regex', about: { vi: 'biểu thức chính quy', en: 'regular expression' } },
  ],
  ...Object.fromEntries(
    [
      'additionalProperties',
      'unevaluatedProperties',
      'uniqueItems',
      'deprecated',
      'readOnly',
      'writeOnly',
    ].map(keyword => [
      keyword,
      [
        { value: true, about: { vi: 'có', en: 'yes' } },
        { value: false, about: { vi: 'không', en: 'no' } },
      ],
    ]),
  ),
}

/** Proposes types, formats and the like behind their keywords; names that are missing behind `required`. */
export const proposeValues: Completion = defineCompletion({
  meta: {
    title: { vi: 'Giá trị của từ khóa JSON Schema', en: 'Values of keywords of JSON Schema' },
    languages: ['json-schema'],
  },
  create: ctx => ({
    schema(node) {
      for (const [keyword, proposals] of Object.entries(values))
        ctx.propose({ node, below: [keyword], proposals })
      const { properties, required } = node.value
      const listed = Array.isArray(required) ? required : []
      const about = { vi: 'trường của đối tượng', en: 'field of the object' }
      const known = new Set(listed)
      const missing = Object.keys(properties ?? {})
        .filter(name => !known.has(name))
        .map(value => ({ value, about }))
      if (missing.length === 0) return
      for (const at of [...listed.keys(), listed.length])
        ctx.propose({ node, below: ['required', at], proposals: missing })
    },
  }),
})
