import type { Rule } from '@lienthong/plugin-sdk'
import { breakingRule, type Family } from './breaking-rule.ts'

const source = 'PostgreSQL; Bytebase, Atlas, squawk: README'
const language = 'sql'

/** Families of differences between DDL scripts, by the ids of their rules. */
export const ddlFamilies: Readonly<Record<string, Family>> = {
  tables: {
    title: { vi: 'Bảng và khung nhìn cũ còn đó', en: 'Old tables and views are still there' },
    page: {
      why: {
        vi: 'Chương trình đang chạy đọc và ghi theo tên bảng: bỏ hay đổi tên làm chúng dừng lại.',
        en: 'Running programs read and write by the names of tables: removing or renaming one stops them.',
      },
      wrong: 'create table cong_dan (ma int);\n-- →\ncreate table nguoi_dan (ma int);',
      right:
        'create table cong_dan (ma int);\n-- →\ncreate table cong_dan (ma int);\ncreate view nguoi_dan as select * from cong_dan;',
      source,
    },
    language,
    types: /^(TABLE|VIEW|STATEMENT)_/,
  },
  columns: {
    title: { vi: 'Cột cũ nhận mọi giá trị như trước', en: 'Old columns take what they took' },
    page: {
      why: {
        vi: 'Bỏ, đổi tên, thu hẹp kiểu hay thêm "not null" làm câu lệnh và dữ liệu cũ bị từ chối.',
        en: 'Removing, renaming, narrowing a type or adding "not null" refuses old statements and data.',
      },
      wrong: 'create table a (ten varchar(100));\n-- →\ncreate table a (ten varchar(50));',
      right: 'create table a (ten varchar(50));\n-- →\ncreate table a (ten varchar(100));',
      source,
    },
    language,
    types: /^(COLUMN|NOT_NULL|DEFAULT|GENERATED|COLLATION)_/,
  },
  constraints: {
    title: { vi: 'Ràng buộc mới không từ chối dòng cũ', en: 'New constraints do not refuse old rows' },
    page: {
      why: {
        vi: 'Khóa, tính duy nhất hay điều kiện thêm vào có thể không đúng với dòng đã có.',
        en: 'A key, uniqueness or check that is added may not hold for rows that exist.',
      },
      wrong: 'create table a (so text);\n-- →\ncreate table a (so text unique);',
      right: 'create table a (so text unique);\n-- →\ncreate table a (so text);',
      source,
    },
    language,
    types: /^(PRIMARY_KEY|FOREIGN_KEY|UNIQUE|CHECK|EXCLUDE|INDEX)_/,
  },
  'enum-types': {
    title: { vi: 'Kiểu liệt kê và miền không mất giá trị', en: 'Enumerations and domains lose no values' },
    page: {
      why: {
        vi: 'PostgreSQL không bỏ được một giá trị đang dùng; chương trình cũ vẫn ghi nó.',
        en: 'PostgreSQL cannot drop a value that is in use, and old programs still write it.',
      },
      wrong: "create type gioi as enum ('nam', 'nu', 'khac');\n-- →\ncreate type gioi as enum ('nam', 'nu');",
      right: "create type gioi as enum ('nam', 'nu');\n-- →\ncreate type gioi as enum ('nam', 'nu', 'khac');",
      source,
    },
    language,
    types: /^(ENUM|TYPE|ATTRIBUTE)_/,
  },
}

export const ddlRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  Object.entries(ddlFamilies).map(([id, family]) => [id, breakingRule(family)]),
)
