import { ScriptComparison } from '@lienthong/compatibility/compare'
import { readWhole } from '@lienthong/plugin-engine'
import type { SqlStatement } from '@lienthong/plugin-sdk'

const read = async (text: string): Promise<readonly SqlStatement[]> => {
  const document = await readWhole('sql', text)
  return document.language === 'sql' ? document.statements : []
}

const told = async (old: string, young: string): Promise<string[]> =>
  new ScriptComparison(await read(old), await read(young)).differences.map(
    ({ type, effect, name }) => `${type} ${effect} ${name}`,
  )

const table = (columns: string) => `create table cong_dan (${columns});`

describe('DDL', () => {
  describe('[K6] finds what differs, and what it does', () => {
    it.each<[string, string, string, string[]]>([
      [
        'a table removed',
        `${table('a text')} create table b (x int);`,
        table('a text'),
        ['TABLE_REMOVED narrows b'],
      ],
      [
        'a table added',
        table('a text'),
        `${table('a text')} create table b (x int);`,
        ['TABLE_ADDED widens b'],
      ],
      [
        'a table renamed',
        'create table a (x int, y text);',
        'create table b (x int, y text);',
        ['TABLE_RENAMED both a'],
      ],
      ['a column removed', table('a text, b int'), table('a text'), ['COLUMN_REMOVED narrows cong_dan.b']],
      [
        'a column renamed',
        table('a text, b int'),
        table('a text, c int'),
        ['COLUMN_RENAMED both cong_dan.b'],
      ],
      ['a column added', table('a text'), table('a text, b int'), ['COLUMN_ADDED widens cong_dan.b']],
      [
        'a column added with a default',
        table('a text'),
        table('a text, b int not null default 1'),
        ['COLUMN_ADDED widens cong_dan.b'],
      ],
      [
        'a column demanded',
        table('a text'),
        table('a text, b int not null'),
        ['COLUMN_REQUIRED_ADDED both cong_dan.b'],
      ],
      [
        'a shorter text',
        table('a varchar(20)'),
        table('a varchar(10)'),
        ['COLUMN_TYPE_NARROWED narrows cong_dan.a'],
      ],
      [
        'a text with a limit',
        table('a text'),
        table('a varchar(10)'),
        ['COLUMN_TYPE_NARROWED narrows cong_dan.a'],
      ],
      ['a longer text', table('a varchar(10)'), table('a text'), ['COLUMN_TYPE_WIDENED widens cong_dan.a']],
      [
        'a fixed length',
        table('a char(10)'),
        table('a varchar(10)'),
        ['COLUMN_TYPE_WIDENED widens cong_dan.a'],
      ],
      ['a larger integer', table('a int'), table('a bigint'), ['COLUMN_TYPE_WIDENED widens cong_dan.a']],
      ['a smaller integer', table('a bigint'), table('a int'), ['COLUMN_TYPE_NARROWED narrows cong_dan.a']],
      [
        'fewer digits before the point',
        table('a numeric(10, 2)'),
        table('a numeric(10, 4)'),
        ['COLUMN_TYPE_CHANGED both cong_dan.a'],
      ],
      [
        'more digits',
        table('a numeric(10, 2)'),
        table('a numeric(12, 2)'),
        ['COLUMN_TYPE_WIDENED widens cong_dan.a'],
      ],
      ['another type', table('a text'), table('a int'), ['COLUMN_TYPE_CHANGED both cong_dan.a']],
      ['a list', table('a text'), table('a text[]'), ['COLUMN_TYPE_CHANGED both cong_dan.a']],
      ['not null added', table('a text'), table('a text not null'), ['NOT_NULL_ADDED narrows cong_dan.a']],
      ['not null removed', table('a text not null'), table('a text'), ['NOT_NULL_REMOVED widens cong_dan.a']],
      [
        'a needed default removed',
        table('a text not null default 1'),
        table('a text not null'),
        ['DEFAULT_REMOVED narrows cong_dan.a'],
      ],
      ['a default removed', table("a text default ''"), table('a text'), ['DEFAULT_REMOVED none cong_dan.a']],
      [
        'a default added',
        table('a text not null'),
        table('a text not null default 1'),
        ['DEFAULT_ADDED widens cong_dan.a'],
      ],
      [
        'a primary key',
        table('a text not null'),
        table('a text primary key'),
        ['PRIMARY_KEY_ADDED narrows cong_dan'],
      ],
      [
        'no primary key',
        table('a text primary key'),
        table('a text not null'),
        ['PRIMARY_KEY_REMOVED widens cong_dan'],
      ],
      [
        'another primary key',
        table('a text not null, b text not null, primary key (a)'),
        table('a text not null, b text not null, primary key (a, b)'),
        ['PRIMARY_KEY_CHANGED both cong_dan'],
      ],
      [
        'a foreign key',
        table('a text'),
        table('a text references tinh (ma)'),
        ['FOREIGN_KEY_ADDED narrows cong_dan'],
      ],
      [
        'no foreign key',
        table('a text references tinh (ma)'),
        table('a text'),
        ['FOREIGN_KEY_REMOVED widens cong_dan'],
      ],
      [
        'another target',
        table('a text references tinh (ma)'),
        table('a text references xa (ma)'),
        ['FOREIGN_KEY_CHANGED both cong_dan'],
      ],
      ['unique', table('a text'), table('a text unique'), ['UNIQUE_ADDED narrows cong_dan']],
      [
        'unique by an index',
        table('a text'),
        `${table('a text')} create unique index on cong_dan (a);`,
        ['UNIQUE_ADDED narrows cong_dan'],
      ],
      ['unique no more', table('a text unique'), table('a text'), ['UNIQUE_REMOVED widens cong_dan']],
      ['a check', table('a int'), table('a int check (a > 0)'), ['CHECK_ADDED narrows cong_dan']],
      ['no check', table('a int check (a > 0)'), table('a int'), ['CHECK_REMOVED widens cong_dan']],
      [
        'another check',
        table('a int constraint k check (a > 0)'),
        table('a int constraint k check (a > 1)'),
        ['CHECK_CHANGED both cong_dan'],
      ],
      [
        'an index',
        table('a int'),
        `${table('a int')} create index on cong_dan (a);`,
        ['INDEX_ADDED none cong_dan'],
      ],
      [
        'no index',
        `${table('a int')} create index on cong_dan (a);`,
        table('a int'),
        ['INDEX_REMOVED none cong_dan'],
      ],
      [
        'a value less',
        "create type g as enum ('nam', 'nu');",
        "create type g as enum ('nam');",
        ['ENUM_VALUE_REMOVED narrows g'],
      ],
      [
        'a value more',
        "create type g as enum ('nam');",
        "create type g as enum ('nam', 'nu');",
        ['ENUM_VALUE_ADDED widens g'],
      ],
      [
        'values in another order',
        "create type g as enum ('nam', 'nu');",
        "create type g as enum ('nu', 'nam');",
        ['ENUM_ORDER_CHANGED none g'],
      ],
      [
        'a domain of another type',
        'create domain d as text;',
        'create domain d as int4;',
        ['TYPE_CHANGED both d'],
      ],
      ['a type removed', 'create domain d as text;', '', ['TYPE_REMOVED narrows d']],
      ['a type added', '', 'create domain d as text;', ['TYPE_ADDED widens d']],
      ['a view removed', 'create view v as select 1;', '', ['VIEW_REMOVED narrows v']],
      ['a view added', '', 'create view v as select 1;', ['VIEW_ADDED widens v']],
      [
        'a view of another table',
        'create view v as select * from a;',
        'create view v as select * from b;',
        ['VIEW_CHANGED both v'],
      ],
      [
        'a comment',
        table('a text'),
        `${table('a text')} comment on column cong_dan.a is 'Tên';`,
        ['COMMENT_CHANGED none cong_dan.a'],
      ],
    ])('%s', async (_name, old, young, expected) => {
      expect(await told(old, young)).toEqual(expected)
    })
  })

  it.each<[string, string, string]>([
    [
      'by several statements',
      table('a text, b int primary key'),
      `${table('a text')} alter table cong_dan add column b int; alter table cong_dan add constraint k primary key (b);`,
    ],
    [
      'in another order',
      `${table('a text')} create table b (x int);`,
      `create table b (x int); ${table('a text')}`,
    ],
    ['by other words', table('a character varying(10), b bigserial'), table('A VARCHAR (10), b bigserial')],
    ['in the public schema', 'create table public.a (x int);', 'create table a (x int);'],
  ])('[K6] takes what is made in another way for the same: %s', async (_name, old, young) => {
    expect(await told(old, young)).toEqual([])
  })
})
