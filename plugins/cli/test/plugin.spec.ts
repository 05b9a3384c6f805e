import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type InstallServer, startInstallServer } from './install-server.ts'
import { buildCommand, folderInside, Terminal } from './terminal.ts'

describe('lienthong plugin', () => {
  let terminal: Terminal
  let folder: string

  beforeAll(async () => {
    buildCommand()
    terminal = await Terminal.open()
    const made = await terminal.run(['plugin', 'new', 'my-rules'])
    expect(made).toEqual({ code: 0, out: expect.stringContaining('cd my-rules'), err: '' })
    folder = join(terminal.folder, 'my-rules')
  }, 120_000)
  afterAll(() => terminal.close())

  it('[T6] makes a plugin that tests green at once, outside of the repository', async () => {
    expect(await terminal.run(['plugin', 'test'], { cwd: folder })).toEqual({
      code: 0,
      out: '✓ described-fields (3/3)\n3 passed, 0 failed\n',
      err: '',
    })
    expect(await readdir(join(folder, 'node_modules'))).toEqual(
      expect.arrayContaining(['@lienthong', 'lienthong']),
    )
  }, 30_000)

  it('[T6] makes one inside the repository, too, with nothing to install or link', async () => {
    const inside = await folderInside()
    try {
      expect((await terminal.run(['plugin', 'new', 'my-rules'], { cwd: inside })).code).toBe(0)
      expect((await terminal.run(['plugin', 'test', 'my-rules'], { cwd: inside })).code).toBe(0)
      expect(await readdir(join(inside, 'my-rules'))).not.toContain('node_modules')
    } finally {
      await rm(inside, { recursive: true, force: true })
    }
  }, 30_000)

  it('does not write over a folder that holds something', async () => {
    expect((await terminal.run(['plugin', 'new', 'my-rules'])).err).toMatch(/^FOLDER_TAKEN: /)
  })

  it('[T7] shows what a failing case expected and what was found', async () => {
    const file = join(folder, 'src/described-fields.cases.ts')
    const right = await readFile(file, 'utf8')
    await writeFile(file, right.replace("marked: 'hoTen'", "marked: 'hoten'"))
    const { code, out } = await terminal.run(['plugin', 'test'], { cwd: folder })
    await writeFile(file, right)
    expect(code).toBe(1)
    expect(out).toContain('✗ described-fields (2/3)\n    a property without a description')
    expect(out).toMatch(/missing at "hoten"\s+found:\s+missing at "hoTen"/)
    expect(out).toContain('2 passed, 1 failed')
  }, 30_000)

  it.each([
    ['export default 1 +', 'CODE_INVALID: The code of the plugin does not run: src/index.ts:1:19: '],
    [
      "import x from './nowhere.ts'\nexport default x",
      'CODE_INVALID: The code of the plugin does not run: src/index.ts:1:15: ',
    ],
    ['export default { rules: { a: {} } }', 'CODE_INVALID: '],
    ["throw new Error('no')", 'CODE_INVALID: '],
  ])(
    'answers the code %j with a refusal',
    async (code, refusal) => {
      const file = join(folder, 'src/index.ts')
      const right = await readFile(file, 'utf8')
      await writeFile(file, code)
      const ran = await terminal.run(['plugin', 'test'], { cwd: folder })
      await writeFile(file, right)
      expect(ran.code).toBe(2)
      expect(ran.err.slice(0, refusal.length)).toBe(refusal)
    },
    30_000,
  )

  it('[T8] packs the same bundle from the same sources, with its hash, into dist alone', async () => {
    const before = (await readdir(folder)).sort()
    await terminal.run(['plugin', 'pack'], { cwd: folder })
    const code = await readFile(join(folder, 'dist/plugin.js'), 'utf8')
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'dist/plugin.json'), 'utf8'))
    expect(manifest).toMatchObject({
      id: 'my-rules',
      main: 'plugin.js',
      sha256: createHash('sha256').update(code).digest('hex'),
    })
    await terminal.run(['plugin', 'pack', 'my-rules'])
    expect(await readFile(join(folder, 'dist/plugin.js'), 'utf8')).toBe(code)
    expect((await readdir(folder)).sort()).toEqual([...before, 'dist'].sort())
  }, 30_000)

  it('checks files with the plugin beside the rule sets', async () => {
    await terminal.write('a.sql', 'create table cong_dan (so_cccd bigint primary key);')
    const { out } = await terminal.run(['check', 'a.sql', '--plugin', 'my-rules'])
    expect(out).toContain('my-rules/described-fields')
    expect(out).toContain('vietnam-identifiers/personal-id')
  }, 30_000)

  describe('with a server', () => {
    let server: InstallServer

    beforeAll(async () => {
      server = await startInstallServer()
    })
    afterAll(() => server.close())

    it('[T9] installs, lists, resumes and removes, and shows what the server refuses', async () => {
      const env = { LIENTHONG_SERVER: server.url, LIENTHONG_TOKEN: server.token }
      const installed = await terminal.run(['plugin', 'install', 'my-rules'], { env })
      expect(installed.out).toContain(`Installed my-rules 0.1.0 into ${server.url}`)
      expect([...server.installed.keys()]).toEqual(['my-rules'])
      expect((await terminal.run(['plugin', 'list'], { env })).out).toMatch(/^my-rules 0\.1\.0/)
      expect((await terminal.run(['plugin', 'resume', 'my-rules'], { env })).out).toBe(
        `my-rules runs again on ${server.url}.\n`,
      )
      expect((await terminal.run(['plugin', 'resume', 'others'], { env })).err).toMatch(/^PLUGIN_NOT_FOUND: /)

      const rule = join(folder, 'src/described-fields.ts')
      const text = await readFile(rule, 'utf8')
      await writeFile(rule, text.replace("'warning'", "'error'"))
      const taken = await terminal.run(['plugin', 'install', 'my-rules', '--lang', 'vi'], { env })
      await writeFile(rule, text)
      expect([taken.code, taken.err]).toEqual([
        2,
        expect.stringMatching(/^PLUGIN_VERSION_TAKEN: Phiên bản 0\.1\.0/),
      ])

      expect((await terminal.run(['plugin', 'remove', 'my-rules'], { env })).code).toBe(0)
      expect((await terminal.run(['plugin', 'remove', 'my-rules'], { env })).err).toMatch(
        /^PLUGIN_NOT_FOUND: /,
      )
      const stranger = await terminal.run(['plugin', 'install', 'my-rules', '--token', 'ltp_other'], { env })
      expect(stranger.err).toMatch(/^TOKEN_INVALID: /)
    }, 60_000)

    it('[T10] remembers a token that works, for its server alone, readable by this person alone', async () => {
      const wrong = await terminal.run(['login', '--server', server.url, '--token', 'ltp_other'])
      expect(wrong.err).toMatch(/^TOKEN_INVALID: /)
      expect((await terminal.run(['plugin', 'list'])).err).toMatch(/^SERVER_MISSING: /)

      const { out } = await terminal.run(['login', '--server', server.url, '--token', server.token])
      expect(out).toContain('Quản trị')
      const file = join(terminal.folder, '.config/lienthong/credentials.json')
      expect((await stat(file)).mode & 0o077).toBe(0)
      expect((await terminal.run(['plugin', 'list'])).code).toBe(0)
      expect((await terminal.run(['plugin', 'list', '--server', 'http://127.0.0.1:1'])).err).toMatch(
        /^TOKEN_MISSING: /,
      )

      await terminal.run(['logout'])
      expect((await terminal.run(['plugin', 'list'])).err).toMatch(/^SERVER_MISSING: /)
    }, 60_000)
  })
})
