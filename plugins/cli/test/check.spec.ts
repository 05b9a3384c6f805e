import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository, Terminal } from './terminal.ts'

const head = '$schema: https://json-schema.org/draft/2020-12/schema\n'
const bad = `${head}properties:\n  cccd: { type: integer, x-personal-data: basic }\n`
const good = `${head}properties:\n  cccd: { type: string, pattern: '^[0-9]{12}$', x-personal-data: basic }\n`

describe('lienthong check', () => {
  let terminal: Terminal

  beforeAll(async () => {
    terminal = await Terminal.open()
    await terminal.write('bad.yaml', bad)
    await terminal.write('good.yaml', good)
    await terminal.write('warning.yaml', 'type: object\n')
    await terminal.write('picture.png', '')
  })
  afterAll(() => terminal.close())

  it('[T1] exits with 0 for what is right, 1 for what is not, 2 for what it cannot do', async () => {
    expect((await terminal.run(['check', 'good.yaml'])).code).toBe(0)
    expect((await terminal.run(['check', 'bad.yaml'])).code).toBe(1)
    expect((await terminal.run(['check', 'missing.yaml'])).code).toBe(2)
    expect((await terminal.run(['check', 'warning.yaml'])).code).toBe(0)
    expect((await terminal.run(['check', 'warning.yaml', '--fail-on', 'warning'])).code).toBe(1)
  })

  it('[T1] exits with what was found when whoever reads has enough, and refuses an output that cannot be written', async () => {
    const long = `${bad}${Array.from({ length: 400 }, (_, i) => `  ghi_chu_${i}: { type: string, titel: x }\n`).join('')}`
    await terminal.write('long.yaml', long)
    const command = `'${process.execPath}' '${join(repository, 'plugins/cli/bin/lienthong.js')}' check long.yaml`
    const sh = (line: string) => {
      const { folder: cwd, env } = terminal
      return spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', line], { cwd, env, encoding: 'utf8' })
    }
    const cut = sh(`${command} | head -1`)
    expect([cut.status, cut.stderr]).toEqual([1, ''])
    expect(sh(`${command} 2>&1 >/dev/null | head -0`).status).toBe(1)
    if (!existsSync('/dev/full')) return
    const full = sh(`${command} > /dev/full`)
    expect([full.status, full.stderr]).toEqual([
      2,
      expect.stringMatching(/^FILE_UNWRITABLE: stdout .*ENOSPC.*\n$/),
    ])
  })

  it('[T2] shows place, severity, text, rule and the marked words', async () => {
    const { out } = await terminal.run(['check', 'bad.yaml'])
    expect(out).toContain('bad.yaml:3:17 error This field holds a personal identification number')
    expect(out).toContain(
      'vietnam-identifiers/personal-id\n3 │   cccd: { type: integer, x-personal-data: basic }\n  │                 ^^^^^^^\n',
    )
    expect(out).toContain('Files: 1, errors: 1, warnings: 0, info: 0, hints: 0.')
  })

  it('[T2] gives findings as data', async () => {
    const { out } = await terminal.run(['check', 'bad.yaml', '--format', 'json'])
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        file: 'bad.yaml',
        ruleId: 'vietnam-identifiers/personal-id',
        severity: 'error',
        start: { line: 3, column: 17 },
        end: { line: 3, column: 24 },
        message: {
          vi: expect.stringContaining('số định danh cá nhân'),
          en: expect.stringContaining('identification'),
        },
      }),
    ])
  })

  it('[T3] takes folders and patterns, and refuses what it does not know', async () => {
    await mkdir(join(terminal.folder, 'schemas'))
    await terminal.write('schemas/a.schema.json', '{ "$ref": "#/$defs/A" }')
    await terminal.write('schemas/b.sql', 'create table a (b text);')
    expect((await terminal.run(['check', 'schemas'])).out).toContain('Files: 2')
    expect((await terminal.run(['check', '**/*.sql'])).out).toContain('schemas/b.sql:1:14')
    expect((await terminal.run(['check', 'picture.png'])).err).toMatch(/^FORMAT_UNKNOWN: /)
    expect((await terminal.run(['check', '*.toml'])).err).toMatch(/^FILES_NOT_FOUND: /)
    expect((await terminal.run(['check', 'good.yaml', ''])).err).toBe('FILES_NOT_FOUND: No file found: ""\n')
    await writeFile(join(terminal.folder, 'latin.md'), Buffer.from('Đặc tả \xe9', 'latin1'))
    expect((await terminal.run(['check', 'latin.md'])).err).toMatch(/^FILE_NOT_TEXT: latin\.md /)
  })

  it('[T4] speaks the language of the person', async () => {
    const vi = 'Trường này chứa số định danh cá nhân'
    expect((await terminal.run(['check', 'bad.yaml', '--lang', 'vi'])).out).toContain(vi)
    expect((await terminal.run(['check', 'bad.yaml'], { env: { LANG: 'vi_VN.UTF-8' } })).out).toContain(vi)
    expect(
      (await terminal.run(['check', 'bad.yaml', '--lang', 'en'], { env: { LANG: 'vi_VN.UTF-8' } })).out,
    ).not.toContain(vi)
    expect((await terminal.run(['--help'], { env: { LC_ALL: 'vi_VN.UTF-8' } })).out).toContain('Cách dùng:')
    const { out: help } = await terminal.run(['check', '--help', '--lang', 'vi'])
    expect(help.replace(/\s+/g, ' ')).toContain('(chọn: error, warning, info, hint; mặc định: error)')
    expect(help).not.toMatch(/choices|default/)
  })

  it('[T34] says in Vietnamese how grave things are, and leaves the words that programs read', async () => {
    await terminal.write('grave.yaml', `${bad}  hoTen: { type: string, titel: x }\n`)
    const told = async (...words: string[]) =>
      (await terminal.run(['check', 'grave.yaml', '--lang', 'vi', ...words])).out
    const out = await told()
    expect(out.match(/^grave\.yaml:\d+:\d+ (lỗi|cảnh báo|thông tin) /gm)).toEqual([
      'grave.yaml:3:17 lỗi ',
      'grave.yaml:4:3 thông tin ',
      'grave.yaml:4:26 cảnh báo ',
    ])
    expect(out).toMatch(/\n1 tệp: 1 lỗi, 1 cảnh báo, 1 thông tin, 0 gợi ý\.\n$/)
    expect((await terminal.run(['check', 'grave.yaml'])).out).toMatch(
      /^grave\.yaml:4:3 info [\s\S]*\nFiles: 1, errors: 1, warnings: 1, info: 1, hints: 0\.\n$/m,
    )
    const graves = JSON.parse(await told('--format', 'json'))
    expect(graves.map(({ severity }: { severity: string }) => severity)).toEqual(['error', 'info', 'warning'])
    const { runs } = JSON.parse(await told('--format', 'sarif'))
    const levels = runs[0].results.map(({ level }: { level: string }) => level)
    expect(levels).toEqual(['error', 'note', 'warning'])
    expect(await told('--format', 'junit')).toMatch(/<failure type="error" /)
  })

  it('[T5] says in Vietnamese what an option does not take', async () => {
    const told = (...words: string[]) => terminal.run([...words, '--lang', 'vi']).then(({ err }) => err)
    expect(await told('check', 'good.yaml', '--fail-on', 'lỗi')).toBe(
      "USAGE_WRONG: Lệnh không đúng: --fail-on <severity> không nhận 'lỗi'. Chọn một trong: error, warning, info, hint.\n",
    )
    expect(await told('plugin', 'dev', '--file', 'a.yaml', '--document', 'x/y')).toBe(
      'USAGE_WRONG: Lệnh không đúng: --document <document> không dùng cùng --file <file>\n',
    )
  })

  describe('[T5] refusals', () => {
    it.each([
      [['chek'], 'COMMAND_UNKNOWN'],
      [['check'], 'ARGUMENT_MISSING'],
      [['check', 'good.yaml', '--wat'], 'OPTION_UNKNOWN'],
      [['check', 'good.yaml', '--format', 'xml'], 'USAGE_WRONG'],
      [['plugin', 'test', 'a', 'b'], 'ARGUMENT_UNEXPECTED'],
      [['plugin', 'new', 'Của Tôi'], 'NAME_INVALID'],
      [['plugin', 'test', 'nowhere'], 'FOLDER_NOT_A_PLUGIN'],
      [['check', 'good.yaml', '--plugin', 'nowhere'], 'FOLDER_NOT_A_PLUGIN'],
      [['plugin', 'list'], 'SERVER_MISSING'],
      [['plugin', 'list', '--server', 'nonsense'], 'SERVER_INVALID'],
      [['plugin', 'list', '--server', 'http://127.0.0.1:1'], 'TOKEN_MISSING'],
      [['plugin', 'list', '--server', 'http://127.0.0.1:1', '--token', 'x'], 'SERVER_UNREACHABLE'],
    ])('answers %j with %s in one line', async (words, code) => {
      const ran = await terminal.run(words)
      expect(ran.code).toBe(2)
      expect(ran.out).toBe('')
      expect(ran.err).toMatch(new RegExp(`^${code}: .+\n$`))
    })
  })
})
