import type { Format } from '@lienthong/plugin-sdk'
import type { DocumentSymbol, Outline } from '../src/outline/outline.ts'
import type { Runner } from '../src/runner/runner.ts'
import { runnerWith } from './runners.ts'

describe('outlines', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({})
  })

  const outline = (format: Format, text: string): Promise<Outline> =>
    runner.outline({ documentId: 'x', format, text })

  const tree = (symbols: readonly DocumentSymbol[], text: string, depth = 0): string[] =>
    symbols.flatMap(({ kind, name, detail, nameSpan, children }) => {
      const [line, start, , end] = nameSpan
      const words = text.split('\n')[line]?.slice(start, end)
      return [
        `${'  '.repeat(depth)}${kind} ${name}${detail && ` (${detail})`}${words === name ? '' : ` at “${words}”`}`,
        ...tree(children, text, depth + 1),
      ]
    })

  const yaml = `$id: https://lienthong.example/dan-cu/cong-dan.schema.yaml
title: Công dân 🇻🇳
properties:
  hoTen: { $ref: '#/$defs/HoTen' }
  "nơi ở":
    type: object
    properties:
      tinh: { type: string }
      xa:
        $ref: "../danh-muc/ma.schema.yaml#/$defs/M%C3%A3%20x%C3%A3"
  conCai:
    type: array
    items: { $ref: '#/$defs/HoTen' }
    examples: [{ $ref: '#/không/phải' }]
$defs:
  HoTen:
    $anchor: ten
    description: >-
      Theo REQ-DC-003 và Điều 5 Nghị định 278/2025/NĐ-CP;
      mã ND-278-2025, không phải A-B.
    type: string
  Rong: {}
`

  it('[E21] lists properties and definitions of a schema with their types, in YAML', async () => {
    const { id, symbols } = await outline('json-schema-yaml', yaml)
    expect(id).toBe('https://lienthong.example/dan-cu/cong-dan.schema.yaml')
    expect(tree(symbols, yaml)).toEqual([
      'property hoTen (→ HoTen)',
      'property nơi ở (object)',
      '  property tinh (string)',
      '  property xa (→ M%C3%A3%20x%C3%A3)',
      'property conCai (array → HoTen)',
      'definition HoTen (string)',
      'definition Rong',
    ])
  })

  it('[E21] lists the same of JSON, wherever the definitions stand', async () => {
    const json = `{
  "$defs": {
    "HoTen": {
      "type": "string"
    }
  },
  "properties": {
    "hoTen": { "$ref": "#/$defs/HoTen" }
  }
}
`
    const { symbols, folds } = await outline('json-schema-json', json)
    expect(tree(symbols, json)).toEqual(['definition HoTen (string)', 'property hoTen (→ HoTen)'])
    expect([...folds].sort((a, b) => a[0] - b[0])).toEqual([
      [1, 4],
      [2, 3],
      [6, 7],
    ])
  })

  it('[E21] lists tables, columns, views, indexes and types of a script', async () => {
    const sql = `create type giới_tính as enum ('nam', 'nữ');
CREATE TABLE dan_cu."Công dân" (
  id bigint primary key,
  "Họ tên" varchar(100)[],
  giới giới_tính
);
alter table dan_cu."Công dân" add column ngay date;
create index chi_muc on dan_cu."Công dân" (ngay);
create view người as select "Họ tên" from dan_cu."Công dân";
`
    const { symbols, folds, references } = await outline('sql', sql)
    expect(tree(symbols, sql)).toEqual([
      'type giới_tính (enum)',
      'table dan_cu.Công dân at “"Công dân"”',
      '  column id (int8)',
      '  column Họ tên (varchar[]) at “"Họ tên"”',
      '  column giới (giới_tính)',
      'table dan_cu.Công dân at “"Công dân"”',
      '  column ngay (date)',
      'index chi_muc (dan_cu.Công dân)',
      'view người',
    ])
    expect(folds).toEqual([[1, 4]])
    expect(references.map(({ name, start, end }) => `${name}: ${sql.slice(start, end)}`)).toEqual([
      'giới_tính: giới_tính',
      'Công dân: "Công dân"',
      'Công dân: "Công dân"',
      'Công dân.ngay: ngay',
      'Công dân: "Công dân"',
    ])
  })

  it('[E21] nests headings by their depth and puts requirements under them', async () => {
    const text = `Mở đầu
# Đặc tả
## Yêu cầu
REQ-DC-001: Mỗi công dân có một bản ghi, xem [lược đồ](cong-dan.schema.yaml#/$defs/HoTen).

- **REQ-DC-002** Ngắn gọn.
### Chi tiết
\`\`\`sql
select 1
\`\`\`
## Khác
Xem [trên](#yêu-cầu), [web](https://vi.wikipedia.org) và REQ-DC-001.
`
    const { symbols, folds, references, mentions } = await outline('markdown', text)
    expect(tree(symbols, text)).toEqual([
      'heading Đặc tả',
      '  heading Yêu cầu',
      '    requirement REQ-DC-001 (Mỗi công dân có một bản ghi, xem [lược đồ](cong-dan.schema.yaml#/$defs/HoTen).)',
      '    requirement REQ-DC-002 (Ngắn gọn.)',
      '    heading Chi tiết',
      '  heading Khác',
    ])
    expect(folds).toEqual([
      [1, 11],
      [2, 9],
      [6, 9],
      [7, 9],
      [10, 11],
    ])
    expect(references.map(({ document, name }) => `${document}#${name}`)).toEqual([
      'cong-dan.schema.yaml#/$defs/HoTen',
      '#yêu-cầu',
    ])
    expect(mentions.map(({ name }) => name)).toEqual(['REQ-DC-001'])
  })

  it('[E21] folds what takes several lines', async () => {
    const { folds } = await outline('json-schema-yaml', yaml)
    expect([...folds].sort((a, b) => a[0] - b[0] || b[1] - a[1])).toEqual([
      [2, 13],
      [4, 9],
      [6, 9],
      [8, 9],
      [10, 13],
      [14, 21],
      [15, 20],
      [17, 19],
    ])
  })

  it('[E22] knows what a schema defines, and what it refers to', async () => {
    const { definitions, references, mentions } = await outline('json-schema-yaml', yaml)
    expect(definitions.map(({ name, start, end }) => `${name}: ${yaml.slice(start, end)}`)).toEqual([
      ': ',
      '/properties/hoTen: hoTen',
      '/properties/nơi ở: nơi ở',
      '/properties/nơi ở/properties/tinh: tinh',
      '/properties/nơi ở/properties/xa: xa',
      '/properties/conCai: conCai',
      '/$defs/HoTen: HoTen',
      'ten: HoTen',
      '/$defs/Rong: Rong',
    ])
    expect(
      references.map(({ document, name, start, end }) => [document, name, yaml.slice(start, end)]),
    ).toEqual([
      ['', '/$defs/HoTen', '#/$defs/HoTen'],
      ['../danh-muc/ma.schema.yaml', '/$defs/Mã xã', '../danh-muc/ma.schema.yaml#/$defs/M%C3%A3%20x%C3%A3'],
      ['', '/$defs/HoTen', '#/$defs/HoTen'],
    ])
    expect(mentions.map(({ name }) => name)).toEqual(['REQ-DC-003', '278/2025/NĐ-CP', 'ND-278-2025'])
  })
})
