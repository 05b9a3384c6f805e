import type { Rule } from '@lienthong/plugin-sdk'
import { breakingRule, type Family } from './breaking-rule.ts'

const source =
  'JSON Schema 2020-12; Confluent Schema Registry (Difference.Type) và/and Apicurio Registry (DiffType): README'
const language = 'json-schema'

/** Families of differences between JSON Schemas, by the ids of their rules. */
export const families: Readonly<Record<string, Family>> = {
  'value-type': {
    title: { vi: 'Kiểu và danh sách giá trị không hẹp lại', en: 'Types and lists of values do not shrink' },
    page: {
      why: {
        vi: 'Dữ liệu đã có mang kiểu và giá trị cũ: kiểu hẹp lại hay giá trị bị bỏ làm bản ghi cũ bị từ chối.',
        en: 'Existing data has the old types and values: a narrower type or a dropped value refuses old records.',
      },
      wrong: 'gioiTinh: { enum: [nam, nu, khac] }\n# →\ngioiTinh: { enum: [nam, nu] }',
      right: 'gioiTinh: { enum: [nam, nu] }\n# →\ngioiTinh: { enum: [nam, nu, khac] }',
      source,
    },
    language,
    types: /^(TYPE|ENUM_ARRAY|REFERENCE|SCHEMA|COMPARISON|DEFAULT)_/,
    fixable: true,
  },
  'number-range': {
    title: { vi: 'Khoảng giá trị số không hẹp lại', en: 'Ranges of numbers do not shrink' },
    page: {
      why: {
        vi: 'Số nằm ngoài khoảng mới đã được ghi nhận hợp lệ ở bản cũ.',
        en: 'Numbers outside of the new range were recorded as valid under the old one.',
      },
      wrong: 'tuoi: { type: integer, minimum: 0 }\n# →\ntuoi: { type: integer, minimum: 14 }',
      right: 'tuoi: { type: integer, minimum: 14 }\n# →\ntuoi: { type: integer, minimum: 0 }',
      source,
    },
    language,
    types: /^(EXCLUSIVE_)?(MINIMUM|MAXIMUM)_|^MULTIPLE_OF_/,
    fixable: true,
  },
  'text-form': {
    title: {
      vi: 'Độ dài, mẫu và định dạng không chặt hơn',
      en: 'Lengths, patterns and formats do not get stricter',
    },
    page: {
      why: {
        vi: 'Chuỗi đã lưu theo độ dài, mẫu hoặc định dạng cũ sẽ không qua được kiểm tra mới. Hai mẫu khác nhau không so sánh được nên luôn bị coi là phá vỡ.',
        en: 'Texts that were stored by the old length, pattern or format fail the new check. Two patterns that differ cannot be weighed and always count as breaking.',
      },
      wrong: 'so: { type: string, maxLength: 12 }\n# →\nso: { type: string, maxLength: 9 }',
      right: 'so: { type: string, maxLength: 9 }\n# →\nso: { type: string, maxLength: 12 }',
      source,
    },
    language,
    types: /^(MIN|MAX)_LENGTH_|^(PATTERN_(ADDED|REMOVED|CHANGED)|FORMAT_|CONTENT_)/,
    fixable: true,
  },
  'object-properties': {
    title: { vi: 'Trường cũ vẫn được nhận', en: 'Old properties are still accepted' },
    page: {
      why: {
        vi: 'Bỏ một trường khỏi lược đồ đóng, hay khai báo một trường ở nơi trước đây nhận mọi giá trị, làm bản ghi cũ bị từ chối.',
        en: 'Removing a property from a closed schema, or declaring one where anything was accepted, refuses old records.',
      },
      wrong:
        'properties: { hoTen: {}, biDanh: {} }\nadditionalProperties: false\n# →\nproperties: { hoTen: {} }\nadditionalProperties: false',
      right:
        'properties: { hoTen: {} }\nadditionalProperties: false\n# →\nproperties: { hoTen: {}, biDanh: {} }\nadditionalProperties: false',
      source,
    },
    language,
    types: /(^|_)PROPERTY_|^(ADDITIONAL|UNEVALUATED)_PROPERTIES_/,
    fixable: true,
  },
  'required-properties': {
    title: { vi: 'Không đòi hỏi thêm trường', en: 'No further properties are demanded' },
    page: {
      why: {
        vi: 'Bản ghi cũ không có trường mới bắt buộc. Giá trị mặc định không cứu được: bộ kiểm tra không điền nó.',
        en: 'Old records lack the newly required property. A default does not help: validators do not fill it in.',
      },
      wrong: 'required: [so]\n# →\nrequired: [so, ngayCap]',
      right: 'required: [so, ngayCap]\n# →\nrequired: [so]',
      source,
    },
    language,
    types: /^(REQUIRED_ATTRIBUTE|DEPENDENCY)_|^(MIN|MAX)_PROPERTIES_/,
    fixable: true,
  },
  'array-items': {
    title: { vi: 'Danh sách cũ vẫn được nhận', en: 'Old lists are still accepted' },
    page: {
      why: {
        vi: 'Danh sách dài hơn, có phần tử lặp hay phần tử kiểu cũ đã được ghi nhận hợp lệ.',
        en: 'Longer lists, with an item twice or with items of the old type, were recorded as valid.',
      },
      wrong: 'type: array\n# →\ntype: array\nmaxItems: 5',
      right: 'type: array\nmaxItems: 5\n# →\ntype: array',
      source,
    },
    language,
    types: /^(ITEM_|UNIQUE_ITEMS)|_ITEMS_|_CONTAINS_/,
    fixable: true,
  },
  combinations: {
    title: {
      vi: 'Phương án và điều kiện không loại bản ghi cũ',
      en: 'Alternatives and conditions keep old records',
    },
    page: {
      why: {
        vi: 'Bỏ một phương án, thêm một điều kiện hay một loại trừ làm bản ghi cũ bị từ chối. Với "oneOf", thêm một phương án chồng lên phương án cũ cũng vậy.',
        en: 'Removing an alternative, adding a condition or an exclusion refuses old records. With "oneOf", so does adding an alternative that overlaps an old one.',
      },
      wrong: 'anyOf: [{ type: string }, { type: integer }]\n# →\nanyOf: [{ type: string }]',
      right: 'anyOf: [{ type: string }]\n# →\nanyOf: [{ type: string }, { type: integer }]',
      source,
    },
    language,
    types: /^(SUM_TYPE|COMBINED_TYPE|NOT_TYPE|CONDITIONAL)_/,
  },
}

export const schemaRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  Object.entries(families).map(([id, family]) => [id, breakingRule(family)]),
)
