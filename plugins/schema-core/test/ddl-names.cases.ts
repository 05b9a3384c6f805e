import { defineCases } from '@lienthong/plugin-sdk'
import { sql, tinh, wrong } from './written.ts'

export default {
  'duplicate-name': defineCases({
    valid: [
      sql(`${tinh}create table xa (ma char(5) primary key, ten text);`),
      sql(`${tinh}create table if not exists tinh (ma char(2));`),
      sql(`${tinh}alter table tinh alter column ten type varchar(5), alter ten set not null;`),
      sql(`${tinh}drop table tinh;\n${tinh}`),
      sql(`${tinh}alter table tinh drop column ten;\nalter table tinh add column ten text;`),
      sql(`${tinh}alter table tinh drop column ten, add column ten text;`),
      sql(`${tinh}alter table tinh add column if not exists ten text;`),
      sql(`${tinh}alter table tinh rename to xa;\n${tinh}`),
      sql(`${tinh}create unique index i on tinh (ten);\ncreate unique index if not exists i on tinh (ten);`),
      sql(`${tinh}create index i on tinh (ten);\ndrop index i;\ncreate index i on tinh (ten);`),
    ],
    invalid: [
      wrong('a table twice', sql(`${tinh}create table tinh (ma char(2) primary key);`), [
        'relation',
        'tinh',
        2,
      ]),
      wrong('a column twice', sql('create table a (b text primary key, b text);'), ['column', 'b']),
      wrong('a column added twice', sql(`${tinh}alter table tinh add column ten text;`), [
        'column',
        'ten',
        2,
      ]),
      wrong('a name that is taken', sql(`${tinh}alter table tinh rename ma to ten;`), ['column', 'tinh', 2]),
      wrong(
        'a constraint twice',
        sql('create table a (b text, c text, constraint k primary key (b), constraint k unique (c));'),
        ['constraint', 'constraint k unique (c)'],
      ),
      wrong('an index named like a table', sql(`${tinh}create index tinh on tinh (ten);`), [
        'relation',
        'tinh',
        2,
      ]),
    ],
  }),
  'names-exist': defineCases({
    valid: [
      sql(
        `${tinh}create index on tinh (ten);\ncreate view v as select ten from tinh;\ncomment on column tinh.ten is 'Tên';`,
      ),
      {
        ...sql(`${tinh}create view v as with t as (select * from tinh) select * from t;`),
        name: 'a common table expression',
      },
      sql(`${tinh}alter table tinh rename column ten to ten_goi;\ncomment on column tinh.ten_goi is 'Tên';`),
      sql(`${tinh}alter table tinh rename to xa;\ncomment on table xa is 'Xã';`),
      sql(`${tinh}create index on tinh (ten);\nalter table tinh drop column ten;`),
      sql(`${tinh}alter table tinh add so int, alter so set not null;`),
      {
        ...sql(
          'create table a (b int, c int generated always as (b * 2) stored, check (b > c and a.c > 0), check (a is not null), unique (b) include (c));\ncreate index on a (lower(b::text)) include (c) where tableoid > 0 and b > 0;',
        ),
        name: 'columns in expressions, the table and what every table has',
      },
      {
        ...sql('create table a (b geometry, check (b::geometry(point, 4326) is not null));'),
        name: 'words of a type',
      },
      {
        ...sql(
          `${tinh}alter table tinh rename ten to ten_goi;\nalter table tinh add check (ten_goi <> ''), add so int, add check (so > 0);`,
        ),
        name: 'names of later',
      },
      {
        ...sql(
          `${tinh}create table a (like tinh, check (ten <> ''), primary key (ma));\ncreate table b (c int check (c > ma)) inherits (tinh);\ncreate table d partition of tinh (check (ten <> '')) for values in ('01');\ncreate index on d (ten);`,
        ),
        name: 'columns that are written elsewhere',
      },
      {
        ...sql(
          `${tinh}alter table tinh inherit chung.don_vi;\nalter table tinh add check (cap > 0);\ncreate index on tinh (cap);`,
        ),
        name: 'a table that inherits later',
      },
      {
        ...sql(
          `${tinh}do $$ begin execute 'alter table tinh add so int'; end $$;\ncreate index on tinh (so);\nalter table tinh add check (so > 0);`,
        ),
        name: 'what a block may have added',
      },
      {
        ...sql(
          `${tinh}select addgeometrycolumn('tinh', 'ranh_gioi', 4326, 'POLYGON', 2);\ncreate index on tinh using gist (ranh_gioi);`,
        ),
        name: 'a column of PostGIS',
      },
    ],
    invalid: [
      wrong('a view of nothing', sql(`${tinh}create view v as select * from tin;`), ['tableNear', 'v']),
      wrong('an index on nothing', sql(`${tinh}create index on tinh (dan_so);`), ['column', 'tinh', 2]),
      wrong(
        'a column under its earlier name',
        sql(`${tinh}alter table tinh rename ten to ten_goi;\ncomment on column tinh.ten is 'Tên';`),
        ['column', "comment on column tinh.ten is 'Tên'", 3],
      ),
      wrong(
        'a table that was dropped',
        sql(`${tinh}drop table tinh;\ncreate view v as select * from tinh;`),
        ['table', 'v', 3],
      ),
      wrong('a column to alter', sql(`${tinh}alter table tinh alter so set not null;`), [
        'column',
        'tinh',
        2,
      ]),
      wrong('a constraint on nothing', sql('create table a (b text, primary key (c));'), [
        'column',
        'primary key (c)',
      ]),
      wrong(
        'a check of nothing',
        sql("create table a (b text check (length(c) > 2), check (b <> '' and (a.d is null or e)));"),
        ['column', 'check (length(c) > 2)'],
        ['column', "check (b <> '' and (a.d is null or e))"],
        ['column', "check (b <> '' and (a.d is null or e))"],
      ),
      wrong(
        'a check under an earlier name',
        sql(`${tinh}alter table tinh rename ten to ten_goi;\nalter table tinh add check (ten <> '');`),
        ['column', "check (ten <> '')", 3],
      ),
      wrong(
        'a column that a key includes and has not',
        sql('create table a (b text, unique (b) include (c));'),
        ['column', 'unique (b) include (c)'],
      ),
      wrong(
        'a generated column of nothing',
        sql('create table a (b int, c int generated always as (d * 2) stored);'),
        ['column', 'c int generated always as (d * 2) stored'],
      ),
      wrong(
        'an index over expressions of nothing',
        sql(
          `${tinh}create index on tinh (lower(ten_goi));\ncreate index on tinh (ten) include (so);\ncreate index on tinh (ten) where con_dung;`,
        ),
        ['column', 'tinh', 2],
        ['column', 'tinh', 3],
        ['column', 'tinh', 4],
      ),
    ],
  }),
  'duplicate-label': defineCases({
    valid: [
      sql(
        "create type a as enum ('x', 'X', 'y');\nalter type a add value 'z';\nalter type a rename value 'x' to 'w';",
      ),
      sql("create type a as enum ('x');\nalter type a add value if not exists 'x';"),
      sql(
        "create type a as enum ('x');\ndrop type a;\ncreate type a as enum ('y');\nalter type a add value 'x';",
      ),
      sql("alter type khac.a add value 'x';\nalter type khac.a add value 'y';"),
      {
        ...sql(
          "create type a as enum ('x');\ndo $$ begin drop type a; create type a as enum (); end $$;\nalter type a add value 'x';",
        ),
        name: 'what a block may have made',
      },
    ],
    invalid: [
      wrong('a label twice', sql("create type a as enum ('x',\n  'y',\n  'x');"), ['twice', "'x'", 3]),
      wrong('a label with a quote', sql("create type a as enum ('n''a',\n  'n''a', 'n''a');"), [
        'twice',
        "'n''a'",
        2,
      ]),
      wrong('a label added', sql("create type a as enum ('x');\nalter type a add value 'x' before 'y';"), [
        'twice',
        "'x'",
        2,
      ]),
      wrong(
        'a later name',
        sql(
          "create type a as enum ('x', 'y');\nalter type a rename to b;\nalter type b rename value 'x' to 'z';\nalter type b rename value 'y' to 'z';",
        ),
        ['twice', "'z'", 4],
      ),
    ],
  }),
}
