import { defineCases, type InvalidCase, type ValidCase } from '@lienthong/plugin-sdk'

const sql = (text: string): ValidCase => ({ format: 'sql', text })
const markdown = (text: string): ValidCase => ({ format: 'markdown', text })
const wrong = (
  name: string,
  document: ValidCase,
  ...findings: [messageId: string, marked: string, line?: number][]
): InvalidCase => ({
  ...document,
  name,
  findings: findings.map(([messageId, marked, line]) =>
    line === undefined ? { messageId, marked } : { messageId, marked, line },
  ),
})

const tinh = 'create table tinh (ma char(2) primary key, ten text);\n'

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
  'primary-key': defineCases({
    valid: [sql(tinh), sql('create table a (b text);\nalter table a add primary key (b);')],
    invalid: [wrong('no key', sql('create table cong_dan (ho_ten text);'), ['missing', 'cong_dan'])],
  }),
  'one-primary-key': defineCases({
    valid: [
      sql(`${tinh}create table xa (ma char(5), ma_tinh char(2), primary key (ma, ma_tinh));`),
      sql(`${tinh}alter table tinh drop constraint tinh_pkey, add primary key (ten);`),
      sql(`${tinh}alter table tinh drop column ma;\nalter table tinh add primary key (ten);`),
      {
        ...sql(`${tinh}alter table tinh add column if not exists ma char(2) primary key;`),
        name: 'a column that is there already',
      },
      {
        ...sql(
          `${tinh}do $$ begin execute 'alter table tinh drop constraint tinh_pkey'; end $$;\nalter table tinh add primary key (ten);`,
        ),
        name: 'what a block may have dropped',
      },
    ],
    invalid: [
      wrong(
        'two beside columns',
        sql('create table a (b text primary key, c text constraint k primary key);'),
        ['second', 'constraint k primary key'],
      ),
      wrong(
        'beside a column and on its own',
        sql('create table a (b text primary key, c text, primary key (b, c));'),
        ['second', 'primary key (b, c)'],
      ),
      wrong('a later one', sql(`${tinh}alter table tinh add constraint k primary key (ten);`), [
        'second',
        'constraint k primary key (ten)',
        2,
      ]),
    ],
  }),
  'foreign-key': defineCases({
    valid: [
      sql(`${tinh}create table xa (ma char(5) primary key, ma_tinh char(2) references tinh);`),
      {
        ...sql('create table xa (ma char(5) primary key, ma_tinh char(2) references dung_chung.tinh (ma));'),
        name: 'a table of another script',
      },
      {
        ...sql('create table a (id bigserial primary key);\ncreate table b (a_id bigint references a (id));'),
        name: 'a serial is an integer',
      },
      {
        ...sql(
          `${tinh}alter table tinh rename ma to so;\nalter table tinh rename to xa;\ncreate table ap (so char(2) references xa (so));`,
        ),
        name: 'a table and a column under their later names',
      },
      {
        ...sql(
          `${tinh}alter table tinh alter ma type char(5);\ncreate table xa (ma char(5) references tinh (ma));`,
        ),
        name: 'a type that was changed',
      },
      {
        ...sql(
          `${tinh}create unique index on tinh (ten);\ncreate table xa (ten text references tinh (ten));`,
        ),
        name: 'unique by an index',
      },
      {
        ...sql(
          `${tinh}create table xa (like tinh including all);\ncreate table ap (ma_xa char(2) references xa (ma), xa char(2) references xa);`,
        ),
        name: 'a table that is like another one',
      },
    ],
    invalid: [
      wrong('no such table', sql(`${tinh}create table xa (ma_tinh char(2) references tin (ma));`), [
        'tableNear',
        'references tin (ma)',
      ]),
      wrong('no such column', sql(`${tinh}create table xa (ma_tinh char(2) references tinh (id));`), [
        'column',
        'references tinh (id)',
      ]),
      wrong(
        'a table that was dropped',
        sql(`${tinh}drop table tinh;\ncreate table xa (ma char(2) references tinh (ma));`),
        ['table', 'references tinh (ma)'],
      ),
      wrong('another type', sql(`${tinh}create table xa (ma_tinh integer references tinh (ma));`), [
        'type',
        'integer',
      ]),
      wrong('another length', sql(`${tinh}create table xa (ma_tinh char(5) references tinh (ma));`), [
        'type',
        'char(5)',
      ]),
      wrong('not unique', sql(`${tinh}create table xa (ten_tinh text references tinh (ten));`), [
        'unique',
        'references tinh (ten)',
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
  'duplicate-requirement': defineCases({
    valid: [markdown('# A\n\n- YC-001 Một\n- YC-002 Hai\n')],
    invalid: [
      wrong('an id twice', markdown('# A\n\n- YC-001 Một\n\n# B\n\n- YC-001 Hai\n'), ['twice', 'YC-001', 7]),
    ],
  }),
  'broken-link': defineCases({
    valid: [
      markdown('# Phạm vi\n\nXem [phạm vi](#phạm-vi) và [luật](https://example.vn).\n'),
      { ...markdown('# A\n\n# A\n\n[thứ hai](#a-1)\n'), name: 'a heading that occurs again' },
    ],
    invalid: [
      wrong('no such heading', markdown('# Phạm vi\n\nXem [phạm vi](#phạm-v).\n'), [
        'missingNear',
        '#phạm-v',
      ]),
    ],
  }),
}
