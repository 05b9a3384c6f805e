import { Terminal } from './terminal.ts'

const schema = (length: number, title = 'Công dân') =>
  `title: ${title}\ntype: object\nproperties:\n  so: { $ref: '#/$defs/So' }\nrequired: [so]\n$defs:\n  So: { type: string, maxLength: ${length} }\n`

describe('lienthong compare', () => {
  let terminal: Terminal

  beforeAll(async () => {
    terminal = await Terminal.open()
    for (const [name, text] of Object.entries({
      '1.yaml': schema(12),
      '2.yaml': schema(9),
      '3.yaml': schema(10),
      'words.yaml': schema(12, 'Người dân'),
      '1.json': JSON.stringify({ type: 'integer' }),
      '1.sql': 'create table a (x varchar(9), y int);',
      '2.sql': 'create table a (x varchar(5));',
      'a.md': '# A\n',
    }))
      await terminal.write(name, text)
  })
  afterAll(() => terminal.close())

  it('[K9] prints differences, the verdict, a witness and the step', async () => {
    const { code, out } = await terminal.run(['compare', '1.yaml', '2.yaml'])
    expect(code).toBe(1)
    expect(out).toBe(
      [
        'Against 1.yaml:',
        '  breaks #/$defs/So/maxLength The maximum length went down from 12 to 9 MAX_LENGTH_DECREASED',
        '  valid before, refused now: {"so":"aaaaaaaaaaaa"}',
        'BACKWARD: not compatible. The major version goes up.',
        '',
      ].join('\n'),
    )
  })

  it('[K9] says nothing breaks where nothing does, and speaks Vietnamese', async () => {
    const { code, out } = await terminal.run(['compare', '2.yaml', '1.yaml', '--lang', 'vi'])
    expect([code, out]).toEqual([
      0,
      'So với 2.yaml:\n  tương thích #/$defs/So/maxLength Độ dài tối đa tăng từ 9 lên 12 MAX_LENGTH_INCREASED\nBACKWARD: tương thích. Tăng số phiên bản minor.\n',
    ])
    expect((await terminal.run(['compare', '1.yaml', 'words.yaml'])).out).toContain(
      'The patch version goes up.',
    )
    expect((await terminal.run(['compare', '1.yaml', '1.yaml'])).out).toContain('nothing differs')
  })

  it('[K9] gives the same as data, and weighs what the mode says', async () => {
    const { code, out } = await terminal.run(['compare', '2.yaml', '1.yaml', '--mode', 'FORWARD', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      mode: 'FORWARD',
      isCompatible: false,
      step: 'major',
      against: [
        {
          file: '2.yaml',
          differences: [
            { type: 'MAX_LENGTH_INCREASED', effect: 'widens', isBreaking: true, from: 9, to: 12 },
          ],
          witness: { valid: 'new', record: { so: expect.stringMatching(/^.{10,12}$/) } },
        },
      ],
    })
    expect((await terminal.run(['compare', '1.yaml', '2.yaml', '3.yaml'])).code).toBe(0)
    const all = await terminal.run(['compare', '1.yaml', '2.yaml', '3.yaml', '--mode', 'BACKWARD_TRANSITIVE'])
    expect([all.code, all.out.match(/^Against .*/gm)]).toEqual([1, ['Against 1.yaml:', 'Against 2.yaml:']])
  })

  it('[K9] compares DDL', async () => {
    const { code, out } = await terminal.run(['compare', '1.sql', '2.sql'])
    expect(code).toBe(1)
    expect(out).toContain(
      'breaks a.x The type of "a.x" got narrower: varchar(9) → varchar(5) COLUMN_TYPE_NARROWED',
    )
    expect(out).toContain('breaks a.y The column "a.y" was removed COLUMN_REMOVED')
  })

  it.each([
    [['compare', '1.yaml'], 'ARGUMENT_MISSING'],
    [['compare', '1.yaml', 'nowhere.yaml'], 'FILE_UNREADABLE'],
    [['compare', '1.yaml', '1.sql'], 'FORMAT_UNKNOWN'],
    [['compare', 'a.md', 'a.md'], 'FORMAT_UNKNOWN'],
    [['compare', '1.yaml', '2.yaml', '--mode', 'SIDEWARD'], 'USAGE_WRONG'],
  ])('[K9] answers %j with %s', async (words, code) => {
    const ran = await terminal.run(words)
    expect([ran.code, ran.err.split(':')[0]]).toEqual([2, code])
  })
})
