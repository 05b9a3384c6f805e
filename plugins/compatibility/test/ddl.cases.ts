import { defineCases, type ValidCase } from '@lienthong/plugin-sdk'
import { wrong } from './wrong.ts'

const sql = (published: string, text: string): ValidCase => ({ format: 'sql', text, published })

export default {
  tables: defineCases({
    valid: [
      sql('create table a (x int);', 'create table a (x int); create table b (y int);'),
      sql('create table b (x int);', 'create table a (x int); alter table a rename to b;'),
      sql('create view v as select x from a;', 'create view v as select x, y from a;'),
    ],
    invalid: [
      wrong(
        'dropped long ago',
        {
          ...sql('create table a (x int);', 'create table a (x int);'),
          earlier: ['create table a (x int); create table b (y text);'],
          options: { mode: 'FULL_TRANSITIVE' },
        },
        ['breaks', 'a'],
      ),
      wrong(
        'a query changed',
        sql('create view v as select x from a;', 'create view v as select x from a where x > 0;'),
        ['breaks', 'v'],
      ),
      wrong(
        'a statement that cannot be compared',
        sql('create table a (x int);', 'create table a (x int);\ncreate policy p on a;'),
        ['breaks', 'create policy p on a'],
      ),
      wrong(
        'dropped',
        sql(
          'create table a (x int); create table b (y text);',
          'create table a (x int);\ncreate table b (y text);\ndrop table b;',
        ),
        ['breaks', 'a'],
      ),
      wrong('renamed', sql('create table a (x int);', 'create table b (x int);'), ['breaks', 'b']),
      wrong('removed', sql('create table a (x int); create table b (y text);', 'create table a (x int);'), [
        'breaks',
        'a',
      ]),
    ],
  }),
  columns: defineCases({
    valid: [
      sql('create table a (x varchar(5));', 'create table a (x varchar(9), y int);'),
      sql('create table a (x int);', 'create table a (x int); alter table a alter x type bigint;'),
    ],
    invalid: [
      wrong(
        'altered',
        sql('create table a (x int);', 'create table a (x int);\nalter table a alter x set not null;'),
        ['refused', 'x'],
      ),
      wrong(
        'generated',
        sql(
          'create table a (x int, y int);',
          'create table a (x int, y int generated always as (x + 1) stored);',
        ),
        ['breaks', 'y'],
      ),
      wrong('collation', sql('create table a (x text);', 'create table a (x text collate "C");'), [
        'breaks',
        'x',
      ]),
      wrong('shorter', sql('create table a (x varchar(9));', 'create table a (x varchar(5));'), [
        'refused',
        'x',
      ]),
      wrong('removed', sql('create table a (x int, y text);', 'create table a (x int);'), ['refused', 'a']),
      wrong('not null', sql('create table a (x int);', 'create table a (x int not null);'), ['refused', 'x']),
    ],
  }),
  constraints: defineCases({
    valid: [
      sql('create table a (x int unique);', 'create table a (x int); create index on a (x);'),
      sql('create table a (x int check (x in (1, 2)));', 'create table a (x int check (x in (1, 2, 3)));'),
    ],
    invalid: [
      wrong(
        'a value less',
        sql('create table a (x int check (x in (1, 2)));', 'create table a (x int check (x in (1)));'),
        ['refused', 'check (x in (1))'],
      ),
      wrong(
        'a domain with a check',
        sql('create domain d as int;', 'create domain d as int check (value > 0);'),
        ['breaks', 'create domain d as int check (value > 0)'],
      ),
      wrong(
        'an exclusion',
        sql('create table a (x int);', 'create table a (x int, exclude using gist (x with =));'),
        ['breaks', 'exclude using gist (x with =)'],
      ),
      wrong('unique', sql('create table a (x int);', 'create table a (x int unique);'), ['breaks', 'unique']),
    ],
  }),
  'enum-types': defineCases({
    valid: [sql("create type g as enum ('a');", "create type g as enum ('a', 'b');")],
    invalid: [
      wrong('an attribute less', sql('create type t as (x int, y int);', 'create type t as (x int);'), [
        'breaks',
        'create type t as (x int)',
      ]),
      wrong('a value less', sql("create type g as enum ('a', 'b');", "create type g as enum ('a');"), [
        'refused',
        "create type g as enum ('a')",
      ]),
    ],
  }),
}
