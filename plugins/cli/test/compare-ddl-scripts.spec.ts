import { breaks, ScriptComparison, stepOf } from '@lienthong/compatibility/compare'
import { readWhole } from '@lienthong/plugin-engine'
import type { SqlStatement } from '@lienthong/plugin-sdk'

const read = async (text: string): Promise<readonly SqlStatement[]> => {
  const document = await readWhole('sql', text)
  return document.language === 'sql' ? document.statements : []
}

const compared = async (old: string, young: string) =>
  new ScriptComparison(await read(old), await read(young)).differences

const told = async (old: string, young: string): Promise<string[]> =>
  (await compared(old, young)).map(({ type, effect, name }) => `${type} ${effect} ${name}`)

/** A script, and the same with statements behind it. */
const then = (script: string, statements: string): [string, string] => [script, `${script} ${statements}`]

const a = 'create table a (x varchar(9), y int);'
const b = 'create table b (z int);'

describe('[K12] DDL scripts are run statement by statement', () => {
  it.each<[string, [string, string], string[]]>([
    ['not null', then(a, 'alter table a alter x set not null;'), ['NOT_NULL_ADDED narrows a.x']],
    [
      'null again',
      then('create table a (x int not null);', 'alter table a alter x drop not null;'),
      ['NOT_NULL_REMOVED widens a.x'],
    ],
    [
      'a narrower type',
      then(a, 'alter table a alter x type varchar(5);'),
      ['COLUMN_TYPE_NARROWED narrows a.x'],
    ],
    ['a wider type', then(a, 'alter table a alter y type bigint;'), ['COLUMN_TYPE_WIDENED widens a.y']],
    ['a default', then(a, 'alter table a alter y set default 1;'), ['DEFAULT_ADDED none a.y']],
    [
      'no default',
      then('create table a (x int not null default 1);', 'alter table a alter x drop default;'),
      ['DEFAULT_REMOVED narrows a.x'],
    ],
    [
      'no default of a serial column',
      then('create table a (x serial);', 'alter table a alter x drop default;'),
      ['DEFAULT_REMOVED narrows a.x'],
    ],
    [
      'an identity',
      then('create table a (x int not null);', 'alter table a alter x add generated always as identity;'),
      ['DEFAULT_ADDED widens a.x', 'GENERATED_ADDED narrows a.x'],
    ],
    ['a table dropped', then(a + b, 'drop table b;'), ['TABLE_REMOVED narrows b']],
    ['a column dropped', then(a, 'alter table a drop y;'), ['COLUMN_REMOVED narrows a.y']],
    ['a column renamed', then(a, 'alter table a rename y to z;'), ['COLUMN_RENAMED both a.y']],
    ['a table renamed', then(a, 'alter table a rename to c;'), ['TABLE_RENAMED both a']],
    [
      'a constraint dropped by the name that it has by itself',
      then('create table a (x int unique);', 'alter table a drop constraint a_x_key;'),
      ['UNIQUE_REMOVED widens a'],
    ],
    [
      'a table dropped that keys lead to',
      then(
        'create table a (x int primary key); create table b (y int references a);',
        'drop table a cascade;',
      ),
      ['FOREIGN_KEY_REMOVED widens b', 'TABLE_REMOVED narrows a'],
    ],
    [
      'a column dropped and added',
      then(a, 'alter table a drop y, add y text;'),
      ['COLUMN_TYPE_CHANGED both a.y'],
    ],
    [
      'a value of an enumeration',
      then("create type g as enum ('nam');", "alter type g add value 'nu';"),
      ['ENUM_VALUE_ADDED widens g'],
    ],
    ['a view dropped', then('create view v as select 1;', 'drop view v;'), ['VIEW_REMOVED narrows v']],
    [
      'an index dropped',
      then('create table a (x int); create unique index i on a (x);', 'drop index i;'),
      ['UNIQUE_REMOVED widens a'],
    ],
  ])('%s', async (_name, [old, young], expected) => {
    expect(await told(old, young)).toEqual(expected)
  })

  it.each<[string, string, string]>([
    [
      'a column under its later name',
      'create table a (x int, y int check (y > 0)); alter table a rename y to z;',
      'create table a (x int, z int check (z > 0));',
    ],
    [
      'a type that was changed',
      'create table a (x int); alter table a alter x type text;',
      'create table a (x text);',
    ],
    [
      'a table that was made anew',
      'create table k (x int); drop table k; create table k (x text);',
      'create table k (x text);',
    ],
    ['room made for a table', `drop table if exists a; ${a}`, a],
    ['rows and settings', `set client_encoding = 'UTF8'; ${a} insert into a values ('1', 2);`, a],
    [
      'a key to a table under its later name',
      'create table a (x int primary key); create table c (y int references a (x)); alter table a rename to b;',
      'create table b (x int primary key); create table c (y int references b (x));',
    ],
    [
      'a column that another one is made of, under its later name',
      'create table a (x int, y int generated always as (x * 2) stored); alter table a rename x to z;',
      'create table a (z int, y int generated always as (z * 2) stored);',
    ],
    [
      'what goes with a column that it names',
      'create table a (x int, y int, check (a.y > 0), unique (x) include (y)); create index on a (x) where y > 0; alter table a drop y;',
      'create table a (x int);',
    ],
  ])('takes for the same: %s', async (_name, old, young) => {
    expect(await told(old, young)).toEqual([])
  })
})

describe('[K3] no difference of a DDL script is passed over', () => {
  it.each<[string, [string, string], string[]]>([
    [
      'a check of a domain',
      ['create domain d as text;', "create domain d as text check (value <> '');"],
      ['CHECK_ADDED narrows d'],
    ],
    [
      'a domain that is not null',
      ['create domain d as text;', 'create domain d as text not null;'],
      ['NOT_NULL_ADDED narrows d'],
    ],
    [
      'a shorter domain',
      ['create domain d as varchar(9);', 'create domain d as varchar(5);'],
      ['TYPE_NARROWED narrows d'],
    ],
    [
      'an exclusion',
      ['create table a (x int);', 'create table a (x int, exclude using gist (x with =));'],
      ['EXCLUDE_ADDED narrows a'],
    ],
    [
      'another action',
      [
        'create table a (x int references b (y));',
        'create table a (x int references b (y) on delete cascade);',
      ],
      ['FOREIGN_KEY_CHANGED both a'],
    ],
    [
      'nulls that are equal',
      ['create table a (x int unique);', 'create table a (x int unique nulls not distinct);'],
      ['UNIQUE_CHANGED narrows a'],
    ],
    [
      'nulls that are not equal any more',
      ['create table a (x int unique nulls not distinct);', 'create table a (x int unique);'],
      ['UNIQUE_CHANGED widens a'],
    ],
    [
      'an attribute removed',
      ['create type t as (x int, y text);', 'create type t as (x int);'],
      ['ATTRIBUTE_REMOVED both t.y'],
    ],
    [
      'an attribute of another type',
      ['create type t as (x int);', 'create type t as (x text);'],
      ['ATTRIBUTE_CHANGED both t.x'],
    ],
    [
      'a column of a view removed',
      ['create view v as select x, y from a;', 'create view v as select x from a;'],
      ['VIEW_COLUMN_REMOVED narrows v', 'VIEW_QUERY_CHANGED both v'],
    ],
    [
      'a column of a view added',
      ['create view v as select x from a;', 'create view v as select x, y from a;'],
      ['VIEW_COLUMN_ADDED widens v'],
    ],
    [
      'another query',
      ['create view v as select x from a;', 'create view v as select x from a where x > 0;'],
      ['VIEW_QUERY_CHANGED both v'],
    ],
    [
      'another collation',
      ['create table a (x text);', 'create table a (x text collate "C");'],
      ['COLLATION_CHANGED both a.x'],
    ],
    [
      'a computed column',
      ['create table a (x int, y int);', 'create table a (x int, y int generated always as (x + 1) stored);'],
      ['DEFAULT_ADDED none a.y', 'GENERATED_ADDED narrows a.y'],
    ],
    [
      'an identity',
      ['create table a (x int not null);', 'create table a (x int generated always as identity);'],
      ['DEFAULT_ADDED widens a.x', 'GENERATED_ADDED narrows a.x'],
    ],
    [
      'a serial column that is none any more',
      ['create table a (x serial);', 'create table a (x int);'],
      ['NOT_NULL_REMOVED widens a.x', 'DEFAULT_REMOVED none a.x'],
    ],
    [
      'another default',
      ['create table a (x int default 1);', 'create table a (x int default 2);'],
      ['DEFAULT_CHANGED none a.x'],
    ],
    [
      'a part of the rows unique',
      ['create table a (x int);', 'create table a (x int); create unique index on a (lower(x)) where x > 0;'],
      ['UNIQUE_ADDED narrows a'],
    ],
    [
      'blanks within a text',
      ["create table a (x text check (x <> 'a  b'));", "create table a (x text check (x <> 'a b'));"],
      ['CHECK_REMOVED widens a', 'CHECK_ADDED narrows a'],
    ],
    [
      'partitions',
      ['create table a (x int);', 'create table a (x int) partition by range (x);'],
      ['TABLE_CHANGED both a'],
    ],
    [
      'what the model has no words for',
      then(a, 'GRANT  select on a /* mọi người */ to public;'),
      ['STATEMENT_NOT_COMPARABLE both grant select on a to public'],
    ],
    [
      'a trigger removed',
      ['create trigger t before insert on a execute function f();', ''],
      ['STATEMENT_NOT_COMPARABLE both create trigger t before insert on a execute function f ()'],
    ],
    [
      "another script's table altered",
      ['', 'alter table zzz add x int not null;'],
      ['STATEMENT_NOT_COMPARABLE both alter table zzz'],
    ],
    [
      'row security',
      then(a, 'alter table a enable row level security;'),
      ['STATEMENT_NOT_COMPARABLE both alter table a'],
    ],
    [
      'grants in another order',
      [
        'grant select on a to b; revoke select on a from b;',
        'revoke select on a from b; grant select on a to b;',
      ],
      ['STATEMENT_NOT_COMPARABLE both revoke select on a from b'],
    ],
  ])('%s', async (_name, [old, young], expected) => {
    expect(await told(old, young)).toEqual(expected)
  })

  it.each<[string, string, string, string[]]>([
    ['more', 'x in (1, 2)', 'x in (1, 2, 3)', ['CHECK_CHANGED widens a']],
    ['fewer', 'x in (1, 2, 3)', 'x in (1, 2)', ['CHECK_CHANGED narrows a']],
    ['others', 'x in (1, 2)', 'x in (2, 3)', ['CHECK_CHANGED both a']],
    ['the same in another order', 'x in (1, 2)', 'x = any (array[2, 1])', []],
  ])('lists of values are weighed: %s', async (_name, old, young, expected) => {
    const table = (check: string) => `create table a (x int check (${check}));`
    expect(await told(table(old), table(young))).toEqual(expected)
  })

  it('counts what cannot be compared as breaking', async () => {
    const differences = await compared(a, `${a} create policy p on a;`)
    expect(stepOf(differences, 'BACKWARD', 'strict')).toBe('major')
    expect(differences.every(difference => breaks(difference, 'FORWARD', 'lenient'))).toBe(true)
  })

  it('passes over layout, comments and names of constraints', async () => {
    const old = 'create table a (x int constraint k check (x > 0)); create policy p on a;'
    const young = 'create table a (x int constraint l check (x>0)); -- p\ncreate  policy P\non a;'
    expect(await told(old, young)).toEqual([])
  })
})
