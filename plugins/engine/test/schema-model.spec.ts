import type { Field } from '@lienthong/plugin-sdk'
import type { Runner } from '../src/runner/runner.ts'
import { checkOnce } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const model = bundle({
  model: { create: `{ field: node => say(node, { entity: node.entity.value.name, ...node.value }, 'key') }` },
})

describe('the schema model', () => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith({ model })
  }, 60_000)

  const fields = async (
    format: 'json-schema-yaml' | 'sql',
    text: string,
  ): Promise<(Field & { entity: string })[]> =>
    (await checkOnce(runner, format, text)).map(({ message }) => JSON.parse(message.en.replace('Found ', '')))

  const yaml = `title: Hồ sơ
properties:
  số:
    allOf: [{ $ref: '#/$defs/SốĐịnhDanh' }]
    description: Số của người
  ngày: { type: [string, 'null'], format: date }
required: [số]
$defs:
  SốĐịnhDanh: { $ref: '#/$defs/MườiHaiSố', examples: ['001087123456'] }
  MườiHaiSố: { type: string, pattern: '^\\d{12}$' }
`

  it('[V19] follows references to the definition that says the type', async () => {
    const [number, day] = await fields('json-schema-yaml', yaml)
    expect(number).toMatchObject({
      entity: '',
      name: 'số',
      description: 'Số của người',
      type: 'text',
      pattern: '^\\d{12}$',
      examples: ['001087123456'],
      isRequired: true,
      definition: 'SốĐịnhDanh',
    })
    expect(day).toMatchObject({ type: 'date', isRequired: false, definition: null })
  })

  it('[V19] reads the same of DDL: comments, domains, enums, checks and keys', async () => {
    const sql = `create domain mười_hai_số as varchar(12);
create type giới_tính as enum ('nam', 'nữ');
create table công_dân (
  số mười_hai_số primary key check (số ~ '^\\d{12}$'),
  giới giới_tính not null,
  tên varchar(100),
  mã char(5)
);
alter table công_dân add column ngày timestamptz not null;
comment on column công_dân.số is 'Số định danh';`
    const [number, sex, name, code, day] = await fields('sql', sql)
    expect(number).toMatchObject({
      entity: 'công_dân',
      name: 'số',
      description: 'Số định danh',
      type: 'text',
      pattern: '^\\d{12}$',
      isRequired: true,
      definition: 'mười_hai_số',
    })
    expect(sex).toMatchObject({ type: 'text', values: ['nam', 'nữ'], isRequired: true })
    expect(name).toMatchObject({ type: 'text', maxLength: 100, minLength: null, isRequired: false })
    expect(code).toMatchObject({ minLength: 5, maxLength: 5 })
    expect(day).toMatchObject({ entity: 'công_dân', type: 'timestamp', isRequired: true })
  })

  it('[V19] ends circles of references', async () => {
    const [field] = await fields(
      'json-schema-yaml',
      "properties: { a: { $ref: '#/$defs/A' } }\n$defs:\n  A: { $ref: '#/$defs/A' }\n",
    )
    expect(field).toMatchObject({ name: 'a', type: 'unknown', definition: 'A' })
  })
})
