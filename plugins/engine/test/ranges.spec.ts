import { readDocument } from '../src/models/read.ts'
import type { Runner } from '../src/runner/runner.ts'
import { checkOnce } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { line, lines, runnerWith } from './runners.ts'

const keys = bundle({
  keys: { create: `{ schema: node => say(node, node.path.join('/'), 'key') }` },
})
const values = bundle({
  values: {
    create: `{ 'schema.property': node => ctx.report({ node, below: ['description'], at: 'value', messageId: 'found', data: { what: String(node.key) } }) }`,
  },
})
const wholes = bundle({
  wholes: { create: `{ 'schema.property': node => say(node, String(node.key), 'whole') }` },
})

describe('exact ranges', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ keys, values, wholes })
  })

  const of = async (plugin: string, format: Parameters<typeof checkOnce>[1], text: string) =>
    (await checkOnce(runner, format, text)).filter(({ ruleId }) => ruleId.startsWith(`${plugin}/`)).map(line)

  const yaml = `# Lược đồ 🇻🇳 minh họa
title: Công dân
properties:
  "họ và tên": { type: string, description: "Ví dụ: Nguyễn Thị Ước" }
  ngàySinh:
    type: string   # định dạng
    description: >-
      Ngày tháng
      năm sinh
$defs:
  ĐịaChỉ:
    properties:
      tỉnh:
        description: Tỉnh/thành phố
        type: string

  # cuối
required: [ngàySinh]
`

  it('[V17] marks keys of YAML, quoted, flow or block, with Vietnamese letters and emoji before them', async () => {
    expect(await of('keys', 'json-schema-yaml', yaml)).toEqual([
      ': title: Công dân',
      'properties/họ và tên: "họ và tên"',
      'properties/ngàySinh: ngàySinh',
      '$defs/ĐịaChỉ: ĐịaChỉ',
      '$defs/ĐịaChỉ/properties/tỉnh: tỉnh',
    ])
  })

  it('[V17] marks values of YAML without the comments and blank lines after them', async () => {
    expect(await of('values', 'json-schema-yaml', yaml)).toEqual([
      'họ và tên: "Ví dụ: Nguyễn Thị Ước"',
      'ngàySinh: >-\n      Ngày tháng\n      năm sinh',
      'tỉnh: Tỉnh/thành phố',
    ])
    expect((await of('wholes', 'json-schema-yaml', yaml)).at(-1)).toBe(
      'tỉnh: tỉnh:\n        description: Tỉnh/thành phố\n        type: string',
    )
  })

  it('[V17] marks the same places of a text that must be read whole: anchors, aliases, flow, several keys', async () => {
    const anchored = yaml.replace('tỉnh:\n', 'tỉnh: &t\n').replace('title:', 'examples: [*t]\ntitle:')
    const aliasFirst = anchored.replace('examples: [*t]\n', '').concat('examples: [*t]\n')
    expect((await of('keys', 'json-schema-yaml', aliasFirst)).slice(1)).toEqual([
      'properties/họ và tên: "họ và tên"',
      'properties/ngàySinh: ngàySinh',
      '$defs/ĐịaChỉ: ĐịaChỉ',
      '$defs/ĐịaChỉ/properties/tỉnh: tỉnh',
    ])
    expect(await of('keys', 'json-schema-yaml', '{properties: {tên: {type: string}}}')).toContain(
      'properties/tên: tên',
    )
  })

  it('[V17] takes emphasis in a description for what it is, and says where an alias leads nowhere', async () => {
    const emphasis = yaml.replace('      Ngày tháng\n', '      - *Ngày* tháng\n      - &c\n')
    const units = readDocument('json-schema-yaml', emphasis, null).units.map(({ id }) => id)
    expect(units).toEqual(['#', '/$defs/ĐịaChỉ'])
    const syntax = bundle({ syntax: { create: `{ syntax: problem => say(problem, problem.code) }` } })
    const only = await runnerWith({ syntax })
    expect(await lines(only, 'json-schema-yaml', yaml.concat('examples: [*khong]\n'))).toEqual([
      'yaml:BAD_ALIAS: *khong',
    ])
  })

  it('[V17] marks keys and values of JSON', async () => {
    const json = JSON.stringify(
      {
        title: 'Công dân 🇻🇳',
        $defs: { ĐịaChỉ: { properties: { tỉnh: { description: 'Tỉnh "A"', type: 'string' } } } },
        properties: { họTên: { description: 'Họ và tên' } },
      },
      null,
      2,
    )
    expect((await of('keys', 'json-schema-json', json)).slice(1)).toEqual([
      '$defs/ĐịaChỉ: "ĐịaChỉ"',
      '$defs/ĐịaChỉ/properties/tỉnh: "tỉnh"',
      'properties/họTên: "họTên"',
    ])
    expect(await of('values', 'json-schema-json', json)).toEqual([
      'tỉnh: "Tỉnh \\"A\\""',
      'họTên: "Họ và tên"',
    ])
  })

  it('[V17] marks names, types and constraints of SQL, whose parser counts bytes', async () => {
    const sql = bundle({
      columns: { create: `{ 'sql.column'(node) { say(node, 'cột', 'key'); say(node, 'kiểu', 'value') } }` },
      constraints: { create: `{ 'sql.constraint': node => say(node, node.value.kind) }` },
      tables: { create: `{ 'sql.table': node => say(node, node.value.table.name, 'key') }` },
    })
    const only = await runnerWith({ sql })
    const text = `-- Bảng công dân; "không phải câu lệnh"
CREATE TABLE dân_cư."Công Dân" (
  "Họ tên" character varying(100) NOT NULL /* đủ */,
  số_định_danh char(12) PRIMARY KEY CHECK (số_định_danh ~ '^[0-9]{12}$'),
  lương numeric(12, 2) DEFAULT 0 REFERENCES khác (mã),
  CONSTRAINT một_lần UNIQUE ("Họ tên", lương)
);`
    expect(await lines(only, 'sql', text)).toEqual([
      'Công Dân: dân_cư."Công Dân"',
      'cột: "Họ tên"',
      'kiểu: character varying(100)',
      'cột: số_định_danh',
      'kiểu: char(12)',
      'primary-key: PRIMARY KEY',
      "check: CHECK (số_định_danh ~ '^[0-9]{12}$')",
      'cột: lương',
      'kiểu: numeric(12, 2)',
      'foreign-key: REFERENCES khác (mã)',
      'unique: CONSTRAINT một_lần UNIQUE ("Họ tên", lương)',
    ])
  })

  it('[V17] marks headings, requirements and links of Markdown, and sees no heading in code', async () => {
    const markdown = bundle({
      md: {
        create: `{
          'md.heading': node => say(node, node.value.slug, 'key'),
          'md.requirement': node => say(node, node.value.text, 'key'),
          'md.link': node => say(node, node.value.text, 'value'),
        }`,
      },
    })
    const only = await runnerWith({ markdown })
    const text = `# Đặc tả cơ sở dữ liệu

- **YC-001** Hệ thống **phải** lưu [họ tên](#họ-tên).
- [ ] YC-002: Có nhật ký.

\`\`\`sh
# không phải tiêu đề
\`\`\`

## Họ tên ##

YCCN-1.2. Xem <https://chinhphu.vn> và [điều lệ][đl].

[đl]: ./dieu-le.md
`
    expect(await lines(only, 'markdown', text)).toEqual([
      'đặc-tả-cơ-sở-dữ-liệu: Đặc tả cơ sở dữ liệu',
      'Hệ thống **phải** lưu [họ tên](#họ-tên).: YC-001',
      'họ tên: #họ-tên',
      'Có nhật ký.: YC-002',
      'họ-tên: Họ tên',
      'Xem <https://chinhphu.vn> và [điều lệ][đl].: YCCN-1.2',
      'https://chinhphu.vn: <https://chinhphu.vn>',
      'điều lệ: [đl]',
    ])
  })
})
