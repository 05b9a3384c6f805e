import { ScriptComparison } from '@lienthong/compatibility/compare'
import { readWhole } from '@lienthong/plugin-engine'

const read = async (text: string) => {
  const document = await readWhole('sql', text)
  return document?.language === 'sql' ? document.statements : []
}

/** What shows each difference, from the old version to the new one. */
const shown = async (old: string, young: string) => {
  const comparison = new ScriptComparison(await read(old), await read(young))
  return comparison.differences.map(difference => comparison.witnessAt(difference))
}

const column = (definition: string) => `create table a (${definition});`

describe('a row that shows what a change of a script breaks', () => {
  it.each([
    ['x varchar(3)', 'x varchar(2)', { x: 'aaa' }],
    ['x text', 'x char(2)', { x: 'aaa' }],
    ['x int', 'x smallint', { x: -(2 ** 31) }],
    ['x numeric(6, 2)', 'x numeric(5, 2)', { x: -9999 }],
    ['x text', 'x text not null', { x: null }],
    ["x text not null default ''", 'x text not null', {}],
    ['x int, y bool', 'y bool', { x: 0 }],
    ["x text check (x in ('nam', 'n''u'))", "x text check (x in ('nam'))", { x: "n'u" }],
    ['x int check (x in (1, 2))', 'x int check (x in (1))', { x: 2 }],
  ])('[K4] is refused now: from %s to %s', async (old, young, record) => {
    expect(await shown(column(old), column(young))).toEqual([{ valid: 'old', record }])
  })

  it('[K4] is of a column with the name of an enumeration that lost a value', async () => {
    const script = (labels: string) => `create type gioi as enum (${labels}); create table a (b int, g gioi);`
    expect(await shown(script("'nam', 'nu', 'khac'"), script("'nam', 'nu'"))).toEqual([
      { valid: 'old', record: { gioi: 'khac' } },
    ])
  })

  it('[K4] is accepted now and was refused before', async () => {
    expect(await shown(column('x varchar(2)'), column('x varchar(3)'))).toEqual([
      { valid: 'new', record: { x: 'aaa' } },
    ])
  })

  it.each([
    ['x date', 'x time'],
    ['x int not null', 'x int primary key'],
    ['x int', 'x int check (x > 3)'],
    ['x int[]', 'x smallint[]'],
  ])('[K4] is not made up where one row cannot show it: from %s to %s', async (old, young) => {
    expect(await shown(column(old), column(young))).toEqual([null])
  })
})
