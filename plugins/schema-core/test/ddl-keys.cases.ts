import { defineCases } from '@lienthong/plugin-sdk'
import { sql, tinh, wrong } from './written.ts'

export default {
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
  'redundant-index': defineCases({
    valid: [
      sql(`${tinh}create index on tinh (ten, ma);\ncreate index on tinh (lower(ten));`),
      {
        ...sql(
          'create table a (b int, c int, unique (c, b));\ncreate index on a (b);\ncreate unique index on a (c);\ncreate index on a (c desc);\ncreate index on a using hash (c);\ncreate index on a (c) where b > 0;\ncreate index on a (c) include (b);',
        ),
        name: 'another order, method, condition, and what keeps leading columns unique',
      },
      {
        ...sql(
          'create table a (b int unique);\ncreate unique index on a (b) nulls not distinct;\ncreate index on a (b text_pattern_ops, c);',
        ),
        name: 'nulls that are equal',
      },
      {
        ...sql(`${tinh}create index i on tinh (ten);\ndrop index i;\ncreate index on tinh (ten, ma);`),
        name: 'one that was dropped',
      },
      {
        ...sql(
          'create table a (b int, ba int, c int);\ncreate index on a (b);\ncreate index on a (ba, c);\ncreate table d (b int);\ncreate index on d (b);',
        ),
        name: 'names that only begin alike, and another table',
      },
      {
        ...sql(
          'create table a (b int not null);\ncreate unique index i on a (b);\nalter table a add primary key using index i;',
        ),
        name: 'the index of a constraint',
      },
    ],
    invalid: [
      wrong('an index on the primary key', sql(`${tinh}create index i on tinh (ma);`), [
        'same',
        'create index i on tinh (ma)',
      ]),
      wrong('a key twice', sql('create table a (b int primary key, c int, unique (b));'), [
        'same',
        'unique (b)',
      ]),
      wrong(
        'the same with a condition',
        sql(
          'create table a (b int, c text);\ncreate index on a using gin (c gin_trgm_ops) where b > 0;\ncreate index i on a using gin (c gin_trgm_ops)\n  where (b > 0);',
        ),
        ['same', 'create index i on a using gin (c gin_trgm_ops)\n  where (b > 0)'],
      ),
      wrong(
        'one beside a unique one, whichever comes first',
        sql('create table a (b int);\ncreate index on a (b);\ncreate unique index on a (b);'),
        ['same', 'create index on a (b)'],
      ),
      wrong(
        'leading columns',
        sql(
          'create table a (b int, c int, d int, primary key (b, c, d));\ncreate index on a (b, c);\ncreate index on a (b);\ncreate index on a (c);\ncreate index on a (c, d);',
        ),
        ['leading', 'create index on a (b, c)'],
        ['leading', 'create index on a (b)'],
        ['leading', 'create index on a (c)'],
      ),
      wrong(
        'a column under its later name',
        sql(
          `${tinh}create index on tinh (ten);\nalter table tinh rename ten to ten_goi;\ncreate index i on tinh (ten_goi);`,
        ),
        ['same', 'create index i on tinh (ten_goi)'],
      ),
    ],
  }),
}
