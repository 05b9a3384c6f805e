import type { Field } from '@lienthong/plugin-sdk'
import type { Runner } from '../src/runner/runner.ts'
import { checkOnce } from '../src/testing.ts'
import { bundle } from './rules.ts'
import { runnerWith } from './runners.ts'

const model = bundle({
  model: {
    create: `{ field: node => say(node, { entity: node.entity.value.name, ...node.value, personalData: undefined }, 'key') }`,
  },
})

const sayings = bundle({
  sayings: {
    create: `{ field: ({ value: { name, personalData: { label, purpose, protection } }, ...node }) => say(node, [name, label, purpose, protection], 'key') }`,
  },
})

describe('the schema model', () => {
  let runner: Runner
  let listener: Runner

  beforeAll(async () => {
    runner = await runnerWith({ model })
    listener = await runnerWith({ sayings })
  })

  const fields = async (
    format: 'json-schema-yaml' | 'sql',
    text: string,
  ): Promise<(Field & { entity: string })[]> =>
    (await checkOnce(runner, format, text)).map(({ message }) => JSON.parse(message.en.replace('Found ', '')))

  const said = async (format: 'json-schema-yaml' | 'sql', text: string): Promise<unknown[]> =>
    (await checkOnce(listener, format, text)).map(({ message }) =>
      JSON.parse(message.en.replace('Found ', '')),
    )

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

  it('[V19] tells what a database fills in by itself, and what goes away', async () => {
    const told = async (...given: Parameters<typeof fields>) =>
      (await fields(...given)).map(({ name, hasDefault, isDeprecated }) => [name, hasDefault, isDeprecated])
    const sql =
      "create table a (b serial, c int default 1, d int, e int);\ncomment on column a.d is 'Không dùng nữa, xem e';"
    expect(await told('sql', sql)).toEqual([
      ['b', true, false],
      ['c', true, false],
      ['d', false, true],
      ['e', false, false],
    ])
    const text = 'properties:\n  a: { default: 1 }\n  b: { deprecated: true }\n'
    expect(await told('json-schema-yaml', text)).toEqual([
      ['a', false, false],
      ['b', false, true],
    ])
  })

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

  it('[R13] reads what is said of personal data: by the field, its definition, else by what is around it', async () => {
    const found = await said(
      'json-schema-yaml',
      `properties:
  a: { x-personal-data: none, type: string }
  b: { $ref: '#/$defs/B' }
  c: { type: object, description: 'Liên hệ; dữ liệu cá nhân cơ bản.', properties: { d: { type: string } } }
x-purpose: Xác minh
$defs:
  B: { x-personal-data: sensitive, x-protection: Mã hóa, type: string }
`,
    )
    expect(found).toEqual([
      ['a', 'none', 'Xác minh', null],
      ['b', 'sensitive', 'Xác minh', 'Mã hóa'],
      ['c', 'basic', 'Xác minh', null],
      ['d', 'basic', 'Xác minh', null],
    ])
  })

  it('[R13] reads the same in the words of comments', async () => {
    const found = await said(
      'sql',
      `create table a (b text, c text, d text);
comment on table a is 'Công dân. Dữ liệu cá nhân cơ bản. Mục đích: đối soát dân cư; bảo vệ: mã hóa khi lưu.';
comment on column a.c is 'Sensitive personal data. Protection: masked.';
comment on column a.d is 'Không phải dữ liệu cá nhân';`,
    )
    expect(found).toEqual([
      ['b', 'basic', 'đối soát dân cư', 'mã hóa khi lưu'],
      ['c', 'sensitive', 'đối soát dân cư', 'masked'],
      ['d', 'none', 'đối soát dân cư', 'mã hóa khi lưu'],
    ])
  })
})
