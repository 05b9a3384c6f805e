import { toDocument } from '../src/models/unit.ts'
import type { Runner } from '../src/runner/runner.ts'
import { bundle } from './rules.ts'
import { lines, runnerWith } from './runners.ts'

const problems = bundle({
  problems: {
    create: `{
      syntax: problem => say(problem, problem.message),
      duplicateKey: problem => say(problem, 'lặp ' + problem.key, 'key'),
      'schema.invalid': problem => say(problem, problem.message, 'value'),
    }`,
  },
  properties: {
    create: `{ 'schema.property': node => say(node, 'thuộc tính', 'key'), 'sql.table': node => say(node, 'bảng', 'key') }`,
  },
})

describe('what is wrong with a text', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ problems })
  })

  it('[V7] says where YAML cannot be read, and checks the other definitions', async () => {
    const text = '$defs:\n  Một:\n    title: "chưa đóng\n  Hai:\n    properties:\n      tên: {}\n'
    const found = await lines(runner, 'json-schema-yaml', text)
    expect(found).toContain('thiếu ký tự, ví dụ dấu hai chấm, ngoặc hoặc nháy: g')
    expect(found).toContain('thuộc tính: tên')
  })

  it('[V7] keeps what was last found in a part while it cannot be read', async () => {
    const good = '$defs:\n  Một:\n    properties:\n      a: {}\n  Hai:\n    properties:\n      b: {}\n'
    const check = (revision: number, text: string) =>
      runner.check({ documentId: 'kept', revision, format: 'json-schema-yaml', text })
    await check(1, good)
    const broken = await check(2, good.replace('a: {}', 'a: {'))
    expect(broken.units.map(({ unit }) => unit)).toEqual(['syntax'])
    const mended = await check(3, good)
    expect(mended.units).toEqual([{ unit: 'syntax', findings: [] }])
  })

  it('[V7] says where JSON cannot be read and keeps everything else', async () => {
    const good = '{ "$defs": { "Một": { "properties": { "a": {} } } } }'
    const check = (revision: number, text: string) =>
      runner.check({ documentId: 'json', revision, format: 'json-schema-json', text })
    await check(1, good)
    const text = good.replace('"a": {}', '"a" {}')
    const { units, places } = await check(2, text)
    expect(units.map(({ unit }) => unit)).toEqual(['syntax'])
    const [finding] = units[0]?.findings ?? []
    const { start, end } = toDocument(places.syntax ?? [], finding ?? { start: 0, end: 0 })
    expect([finding?.message.vi, text.slice(start, end)]).toEqual(['Thấy thiếu dấu hai chấm', '{'])
  })

  it('[V7] says where a statement of SQL cannot be read, with letters of many bytes before it, and reads the others', async () => {
    const text = "create table một (a int);\nselect 'ệệệ' frm x y;\ncreate table hai (b int);"
    expect(await lines(runner, 'sql', text)).toEqual(['bảng: một', 'lỗi cú pháp ở gần "x": x', 'bảng: hai'])
    expect(await lines(runner, 'sql', 'create table ba (a int')).toEqual(['câu lệnh chưa viết xong: int'])
  })

  it('[V7] tells a key and a definition written twice', async () => {
    const yaml = '$defs:\n  A: { type: string, type: object }\n  B: {}\n  A: {}\n'
    expect(await lines(runner, 'json-schema-yaml', yaml)).toEqual(['lặp type: type', 'lặp A: A'])
    const json = '{ "$defs": { "A": { "type": "string", "type": "object" }, "A": {} } }'
    expect(await lines(runner, 'json-schema-json', json)).toEqual(['lặp type: "type"', 'lặp A: "A"'])
  })

  it('[V18] holds a schema against the meta-schema, in both syntaxes and both languages', async () => {
    const yaml =
      'type: objekt\n$defs:\n  A:\n    minLength: -1\n    required: tên\n    pattern: "("\n    enum: [type, pattern]\n'
    expect(await lines(runner, 'json-schema-yaml', yaml)).toEqual([
      'phải là một trong: array, boolean, integer, null, number, object, string: objekt',
      'phải >= 0: -1',
      'phải có kiểu array: tên',
      'không phải là biểu thức chính quy hợp lệ: "("',
    ])
    expect(
      await lines(runner, 'json-schema-json', '{ "items": 1, "$defs": { "pattern": { "type": "string" } } }'),
    ).toEqual(['phải có kiểu object, boolean: 1'])
  })
})
