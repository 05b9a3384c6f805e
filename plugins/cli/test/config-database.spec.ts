import { dataOf } from '@lienthong/plugin-engine/testing'
import { Terminal } from './terminal.ts'

const inputs = dataOf({
  directives: { day: '2026-01-01', directives: [] },
  inventory: { day: '2026-01-01', databases: [{ code: 'dan-cu' }, { code: 'dat-dai' }] },
})

describe('the database of a configuration', () => {
  let terminal: Terminal

  beforeAll(async () => {
    terminal = await Terminal.open()
    await terminal.write('a.sql', 'create table t (id bigint primary key);\n')
    await terminal.write('lienthong.inputs.json', JSON.stringify(inputs))
    await terminal.write('directives.json', JSON.stringify({ directives: inputs.directives }))
  })
  afterAll(() => terminal.close())

  const check = async (config: string, ...words: string[]) => {
    await terminal.write('lienthong.config.yaml', config)
    return terminal.run(['check', 'a.sql', ...words])
  }

  it('[T32] is refused where the inventory does not have it, with its place and what was meant', async () => {
    const config = 'inputs: lienthong.inputs.json\ndatabase: dan-cuu\n'
    const refused = await check(config)
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toBe(
      'DATABASE_UNKNOWN: lienthong.config.yaml:2:1: lienthong.inputs.json (as of 2026-01-01) has no database "dan-cuu". Did you mean "dan-cu"? If it is newer than that: "lienthong inputs pull".\n',
    )
    expect((await check(config, '--lang', 'vi')).err).toMatch(
      /^DATABASE_UNKNOWN: .* \(dữ liệu ngày 2026-01-01\) không có cơ sở dữ liệu "dan-cuu"\. .*"dan-cu"\?/,
    )
  })

  it('[T32] is taken where the inventory has it, and where nothing is known', async () => {
    expect(await check('inputs: lienthong.inputs.json\ndatabase: dat-dai\n')).toMatchObject({
      code: 0,
      err: '',
    })
    for (const config of ['database: dan-cuu\n', 'inputs: directives.json\ndatabase: dan-cuu\n']) {
      const { code, err } = await check(config)
      expect([code, err]).toEqual([0, expect.not.stringContaining('dan-cuu')])
    }
  })
})
