import type { LocalText } from '@lienthong/plugin-sdk'

/** What each keyword of JSON Schema 2020-12 says, in a sentence; Core and Validation. */
export const meanings: ReadonlyMap<string, LocalText> = new Map([
  [
    '$schema',
    {
      vi: 'phiên bản JSON Schema mà tài liệu theo',
      en: 'the draft of JSON Schema that the document follows',
    },
  ],
  [
    '$id',
    {
      vi: 'địa chỉ của lược đồ, để tài liệu khác tham chiếu',
      en: 'the address of the schema, for others to refer to',
    },
  ],
  [
    '$ref',
    {
      vi: 'lược đồ được định nghĩa ở nơi khác cũng áp dụng ở đây',
      en: 'the schema that is defined there holds here, too',
    },
  ],
  ['$defs', { vi: 'định nghĩa dùng lại bằng "$ref"', en: 'definitions to be used by "$ref"' }],
  ['$anchor', { vi: 'tên để tham chiếu đến lược đồ này', en: 'a name to refer to this schema by' }],
  ['$comment', { vi: 'ghi chú cho người viết; không có tác dụng', en: 'a note for authors, without effect' }],
  ['title', { vi: 'tên gọi ngắn', en: 'a short name' }],
  ['description', { vi: 'mô tả ý nghĩa', en: 'what it means' }],
  [
    'default',
    {
      vi: 'giá trị khi không ghi; không tự điền vào',
      en: 'the value when none is given; nothing fills it in',
    },
  ],
  ['examples', { vi: 'giá trị ví dụ', en: 'sample values' }],
  ['deprecated', { vi: 'không nên dùng nữa', en: 'no longer to be used' }],
  ['readOnly', { vi: 'chỉ bên quản lý ghi', en: 'written by its owner only' }],
  ['writeOnly', { vi: 'chỉ ghi, không trả về', en: 'written, never returned' }],
  ['type', { vi: 'kiểu của giá trị', en: 'the type of the value' }],
  ['enum', { vi: 'danh sách giá trị cho phép', en: 'the values that are allowed' }],
  ['const', { vi: 'giá trị duy nhất cho phép', en: 'the one value that is allowed' }],
  [
    'format',
    {
      vi: 'dạng của văn bản: ngày, thư điện tử, địa chỉ…',
      en: 'the form of a text: a date, an e-mail address, …',
    },
  ],
  [
    'pattern',
    {
      vi: 'biểu thức chính quy mà văn bản phải khớp',
      en: 'the regular expression that the text has to match',
    },
  ],
  ['minLength', { vi: 'số ký tự ít nhất', en: 'the least number of characters' }],
  ['maxLength', { vi: 'số ký tự nhiều nhất', en: 'the largest number of characters' }],
  ['minimum', { vi: 'giá trị nhỏ nhất', en: 'the least value' }],
  ['maximum', { vi: 'giá trị lớn nhất', en: 'the largest value' }],
  ['exclusiveMinimum', { vi: 'lớn hơn giá trị này', en: 'larger than this' }],
  ['exclusiveMaximum', { vi: 'nhỏ hơn giá trị này', en: 'less than this' }],
  ['multipleOf', { vi: 'bội số của giá trị này', en: 'a multiple of this' }],
  [
    'properties',
    {
      vi: 'các trường của đối tượng và lược đồ của từng trường',
      en: 'the fields of the object, and the schema of each',
    },
  ],
  ['required', { vi: 'các trường bắt buộc', en: 'the fields that must be there' }],
  [
    'additionalProperties',
    {
      vi: 'lược đồ của trường không nêu tên; `false` cấm chúng',
      en: 'the schema of fields that are not named; `false` forbids them',
    },
  ],
  [
    'patternProperties',
    {
      vi: 'lược đồ của trường có tên khớp mẫu',
      en: 'the schema of fields whose names match a pattern',
    },
  ],
  [
    'propertyNames',
    {
      vi: 'lược đồ mà tên trường phải theo',
      en: 'the schema that names of fields have to keep',
    },
  ],
  [
    'unevaluatedProperties',
    {
      vi: 'lược đồ của trường mà không lược đồ nào khác, kể cả trong "allOf", nói đến; `false` cấm chúng',
      en: 'the schema of fields that no other schema, those in "allOf" included, speaks of; `false` forbids them',
    },
  ],
  ['minProperties', { vi: 'số trường ít nhất', en: 'the least number of fields' }],
  ['maxProperties', { vi: 'số trường nhiều nhất', en: 'the largest number of fields' }],
  [
    'dependentRequired',
    {
      vi: 'trường này có thì các trường kia phải có',
      en: 'where this field is, those have to be',
    },
  ],
  [
    'dependentSchemas',
    {
      vi: 'trường này có thì lược đồ kia áp dụng',
      en: 'where this field is, that schema holds',
    },
  ],
  ['items', { vi: 'lược đồ của mỗi phần tử', en: 'the schema of each item' }],
  [
    'prefixItems',
    {
      vi: 'lược đồ của các phần tử đầu, theo thứ tự',
      en: 'the schemas of the first items, in their order',
    },
  ],
  ['contains', { vi: 'có phần tử theo lược đồ này', en: 'some item keeps this schema' }],
  [
    'minContains',
    { vi: 'số phần tử ít nhất theo "contains"', en: 'the least number of items for "contains"' },
  ],
  [
    'maxContains',
    {
      vi: 'số phần tử nhiều nhất theo "contains"',
      en: 'the largest number of items for "contains"',
    },
  ],
  ['minItems', { vi: 'số phần tử ít nhất', en: 'the least number of items' }],
  ['maxItems', { vi: 'số phần tử nhiều nhất', en: 'the largest number of items' }],
  ['uniqueItems', { vi: 'các phần tử khác nhau', en: 'no two items are equal' }],
  [
    'unevaluatedItems',
    {
      vi: 'lược đồ của phần tử mà không lược đồ nào khác nói đến',
      en: 'the schema of items that no other schema speaks of',
    },
  ],
  ['allOf', { vi: 'mọi lược đồ trong danh sách đều áp dụng', en: 'all of the schemas hold' }],
  ['anyOf', { vi: 'ít nhất một lược đồ trong danh sách áp dụng', en: 'at least one of the schemas holds' }],
  ['oneOf', { vi: 'đúng một lược đồ trong danh sách áp dụng', en: 'exactly one of the schemas holds' }],
  ['not', { vi: 'lược đồ này không được thỏa mãn', en: 'the schema does not hold' }],
  ['if', { vi: 'điều kiện của "then" và "else"', en: 'the condition of "then" and "else"' }],
  ['then', { vi: 'áp dụng khi "if" thỏa mãn', en: 'holds where "if" does' }],
  ['else', { vi: 'áp dụng khi "if" không thỏa mãn', en: 'holds where "if" does not' }],
  ['contentEncoding', { vi: 'cách mã hóa nội dung trong văn bản', en: 'how content is encoded in the text' }],
  ['contentMediaType', { vi: 'loại nội dung trong văn bản', en: 'the type of content in the text' }],
])
