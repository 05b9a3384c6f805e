import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { folderInside, Terminal } from './terminal.ts'

describe('lienthong plugin', () => {
  let terminal: Terminal
  let folder: string

  beforeAll(async () => {
    terminal = await Terminal.open()
    const made = await terminal.run(['plugin', 'new', 'my-rules'])
    expect(made).toEqual({ code: 0, out: expect.stringContaining('cd my-rules'), err: '' })
    folder = join(terminal.folder, 'my-rules')
  })
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
  })

  it('[T6] makes one inside the repository, too, with nothing to install or link', async () => {
    const inside = await folderInside()
    try {
      expect((await terminal.run(['plugin', 'new', 'my-rules'], { cwd: inside })).code).toBe(0)
      expect((await terminal.run(['plugin', 'test', 'my-rules'], { cwd: inside })).code).toBe(0)
      expect(await readdir(join(inside, 'my-rules'))).not.toContain('node_modules')
    } finally {
      await rm(inside, { recursive: true, force: true })
    }
  })

  it('does not write over a folder that holds something', async () => {
    expect((await terminal.run(['plugin', 'new', 'my-rules'])).err).toMatch(/^FOLDER_TAKEN: /)
    await terminal.write('a-file', '')
    expect((await terminal.run(['plugin', 'new', 'a-file'])).err).toMatch(/^FOLDER_TAKEN: /)
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
  })

  it.each([
    ['export default 1 +', 'CODE_INVALID: The code of the plugin does not run: src/index.ts:1:19: '],
    [
      "import x from './nowhere.ts'\nexport default x",
      'CODE_INVALID: The code of the plugin does not run: src/index.ts:1:15: ',
    ],
    ['export default { rules: { a: {} } }', 'CODE_INVALID: '],
    ["throw new Error('no')", 'CODE_INVALID: '],
  ])('answers the code %j with a refusal', async (code, refusal) => {
    const file = join(folder, 'src/index.ts')
    const right = await readFile(file, 'utf8')
    await writeFile(file, code)
    const ran = await terminal.run(['plugin', 'test'], { cwd: folder })
    await writeFile(file, right)
    expect(ran.code).toBe(2)
    expect(ran.err.slice(0, refusal.length)).toBe(refusal)
  })

  it.each(['test', 'pack', 'publish'])(
    '[T29] refuses with %s a set of a rule that is not there, as a server would',
    async command => {
      const file = join(folder, 'plugin.json')
      const right = await readFile(file, 'utf8')
      const configs = { strict: { 'described-field': 'error' } }
      await writeFile(file, JSON.stringify({ ...JSON.parse(right), configs }))
      const ran = await terminal.run(['plugin', command], { cwd: folder })
      await writeFile(file, right)
      const refusal =
        'SET_INVALID: The set strict of the plugin my-rules names a rule that it does not have: "described-field". Did you mean "described-fields"?\n'
      expect(ran).toEqual({ code: 2, out: '', err: refusal })
      expect(await readdir(folder)).not.toContain('dist')
    },
  )

  it('[T29] refuses a set with options that the rule does not take', async () => {
    const file = join(folder, 'plugin.json')
    const right = await readFile(file, 'utf8')
    const configs = { strict: { 'described-fields': { options: { least: 3 } } } }
    await writeFile(file, JSON.stringify({ ...JSON.parse(right), configs }))
    const ran = await terminal.run(['plugin', 'test'], { cwd: folder })
    await writeFile(file, right)
    const refusal =
      'RULE_OPTIONS_INVALID: plugin.json, configs.strict: the options of my-rules/described-fields do not fit its schema: #/least breaks "additionalProperties".\n'
    expect(ran).toEqual({ code: 2, out: '', err: refusal })
  })

  it('[T35] refuses a plugin without a rule, and says what to do in the language of the person', async () => {
    const file = join(folder, 'src/index.ts')
    const right = await readFile(file, 'utf8')
    await writeFile(file, 'export default { rules: {} }')
    await terminal.write('any.sql', 'create table a (b text);')
    const commands = [
      ['plugin', 'test', 'my-rules'],
      ['plugin', 'pack', 'my-rules'],
      ['plugin', 'publish', 'my-rules'],
      ['plugin', 'rehearse', 'my-rules'],
      ['check', 'any.sql', '--plugin', 'my-rules'],
    ]
    const refusal =
      'PLUGIN_RULES_MISSING: my-rules has no rules and would check nothing. Give definePlugin at least one rule, and pack it again.\n'
    for (const command of commands)
      expect(await terminal.run(command)).toEqual({ code: 2, out: '', err: refusal })
    const { err } = await terminal.run(['plugin', 'pack', 'my-rules', '--lang', 'vi'])
    await writeFile(file, right)
    expect(err).toMatch(/^PLUGIN_RULES_MISSING: Plugin my-rules không có quy tắc nào .*definePlugin/)
    expect(await readdir(folder)).not.toContain('dist')
  })

  it.each(['test', 'pack', 'publish', 'rehearse'])(
    '[T29] refuses with %s a rule that fails on a sample, as a server would',
    async command => {
      const file = join(folder, 'src/described-fields.ts')
      const right = await readFile(file, 'utf8')
      await writeFile(
        file,
        right.replace('field(node) {', "field(node) {\n      if (node) throw new Error('no')"),
      )
      const [en, vi] = [
        await terminal.run(['plugin', command], { cwd: folder }),
        await terminal.run(['plugin', command, '--lang', 'vi'], { cwd: folder }),
      ]
      await writeFile(file, right)
      expect([en.code, en.out]).toEqual([2, ''])
      expect(en.err).toMatch(
        /^PLUGIN_FAULTY: A plugin may not fail on the sample document cong-dan\.schema\.yaml: .*threw: Error: no.* my-rules\/described-fields\.\n$/,
      )
      expect(vi.err).toMatch(/^PLUGIN_FAULTY: Plugin không được gặp sự cố trên tài liệu mẫu cong-dan/)
      expect(await readdir(folder)).not.toContain('dist')
    },
  )

  it('[T29] refuses to pack what does not run', async () => {
    const file = join(folder, 'src/index.ts')
    const right = await readFile(file, 'utf8')
    await writeFile(file, 'export default { rules: { a: {} } }')
    const ran = await terminal.run(['plugin', 'pack'], { cwd: folder })
    await writeFile(file, right)
    expect([ran.code, ran.err]).toEqual([2, expect.stringMatching(/^CODE_INVALID: .*rule a: /)])
    expect(await readdir(folder)).not.toContain('dist')
  })

  it('[T5] refuses in one line what cannot be written', async () => {
    await writeFile(join(folder, 'dist'), '')
    const packed = await terminal.run(['plugin', 'pack', 'my-rules'])
    await rm(join(folder, 'dist'))
    const forgotten = await terminal.run(['logout'], {
      env: { XDG_CONFIG_HOME: join(folder, 'plugin.json') },
    })
    for (const { code, err } of [packed, forgotten])
      expect([code, err]).toEqual([2, expect.stringMatching(/^FILE_UNWRITABLE: .+\n$/)])
  })

  it('[T4, T29] says in the language of the person what is wrong with the files of a plugin', async () => {
    for (const [name, text, vietnamese, english] of [
      [
        'plugin.json',
        '',
        /plugin\.json không hợp lệ: không phải JSON \(/,
        /plugin\.json is not valid: not JSON \(/,
      ],
      [
        'plugin.json',
        '{}',
        /không hợp lệ: id: Đầu vào không hợp lệ: mong đợi/,
        /not valid: id: Invalid input: expected/,
      ],
      [
        'src/described-fields.cases.ts',
        'export default 5',
        /không hợp lệ: Đầu vào/,
        /not valid: Invalid input/,
      ],
    ] as const) {
      const file = join(folder, name)
      const right = await readFile(file, 'utf8')
      await writeFile(file, text)
      const [vi, en] = await Promise.all(
        ['vi', 'en'].map(lang => terminal.run(['plugin', 'test', '--lang', lang], { cwd: folder })),
      )
      expect([vi?.code, vi?.err]).toEqual([2, expect.stringMatching(vietnamese)])
      expect([en?.code, en?.err]).toEqual([2, expect.stringMatching(english)])
      await writeFile(file, right)
    }
  })

  it('[T39] names the line of the source in which a plugin failed, its own where it called what it imports', async () => {
    const file = join(folder, 'src/described-fields.ts')
    const right = await readFile(file, 'utf8')
    await terminal.write('a.yaml', 'properties: { a: {} }\n')
    const failing = right
      .replace('import { defineRule }', 'import { defineRule, nearest }')
      .replace('if (!description)', 'nearest(null as never, [])\n      if (!description)')
    await writeFile(file, failing)
    const line = failing.split('\n').findIndex(text => text.includes('nearest(null')) + 1
    const place = new RegExp(`threw: TypeError: .+, src/described-fields\\.ts:${line}:7\\)`)
    const tested = await terminal.run(['plugin', 'test'], { cwd: folder })
    const checked = await terminal.run(['check', 'a.yaml', '--plugin', 'my-rules'])
    const index = join(folder, 'src/index.ts')
    const listed = await readFile(index, 'utf8')
    await writeFile(index, `${listed}\nconst none = null as never as string[]\nnone.push('x')\n`)
    const packed = await terminal.run(['plugin', 'pack', 'my-rules'])
    await writeFile(index, listed)
    await writeFile(file, right)
    expect(tested.err).toMatch(place)
    expect(checked.out).toMatch(place)
    expect(packed.err).toMatch(/^CODE_INVALID: .+, src\/index\.ts:\d+:\d+\n$/)
  })

  it('[T39] sends the map to nobody', async () => {
    const bodies: string[] = []
    const server = createServer(async (request, response) => {
      bodies.push(await text(request))
      response.writeHead(500).end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const to = ['--server', `http://127.0.0.1:${port}`, '--token', 'ltp_x']
    await terminal.run(['plugin', 'publish', 'my-rules', ...to])
    await terminal.run(['plugin', 'rehearse', 'my-rules', ...to])
    server.close()
    const sent = bodies.filter(body => body !== '').map(body => JSON.parse(body))
    expect(sent.map(body => Object.keys(body.package ?? body))).toEqual([
      ['manifest', 'code'],
      ['manifest', 'code'],
    ])
    expect(bodies.join()).not.toContain('mappings')
  })

  it('[T8, T39] packs the same bundle from the same sources, with its hash, into dist alone', async () => {
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
    expect((await readdir(join(folder, 'dist'))).sort()).toEqual(['plugin.js', 'plugin.json'])
    expect(code).not.toContain('sourceMappingURL')
  })

  it('checks files with the plugin beside the rule sets', async () => {
    await terminal.write('a.sql', 'create table cong_dan (so_cccd bigint primary key);')
    const { out } = await terminal.run(['check', 'a.sql', '--plugin', 'my-rules'])
    expect(out).toContain('my-rules/described-fields')
    expect(out).toContain('vietnam-identifiers/personal-id')
  })
})
