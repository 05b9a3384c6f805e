import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Terminal } from './terminal.ts'

const undeclared = 'type: object\nx-layer: Lớp 2\nx-data-class: other, private\n'

describe('lienthong.config.yaml', () => {
  let terminal: Terminal

  beforeAll(async () => {
    terminal = await Terminal.open()
    await mkdir(join(terminal.folder, 'schemas/old'), { recursive: true })
    await mkdir(join(terminal.folder, 'drafts'))
    await terminal.write('schemas/a.yaml', undeclared)
    await terminal.write('schemas/old/b.yaml', undeclared)
    await terminal.write('drafts/c.yaml', undeclared)
    expect((await terminal.run(['plugin', 'new', 'rules'])).code).toBe(0)
  })
  afterAll(() => terminal.close())
  afterEach(() => rm(join(terminal.folder, 'lienthong.lock.json'), { force: true }))

  const configure = (...lines: string[]) => terminal.write('lienthong.config.yaml', `${lines.join('\n')}\n`)

  /** What was found, as `file severity rule`. */
  const found = async (...words: string[]) => {
    const { out, err } = await terminal.run(['check', ...words, '--format', 'json'])
    if (!/^(\d+ rules of .* did not run .*\n)?$/.test(err)) throw new Error(err)
    const list = JSON.parse(out) as { file: string; severity: string; ruleId: string }[]
    return list.map(({ file, severity, ruleId }) => `${file} ${severity} ${ruleId}`)
  }

  it('[T23] chooses sets, rules and files, with later overrides winning', async () => {
    await configure('ignores: [drafts/**, rules/**]')
    expect(await found('.')).toEqual([
      'schemas/a.yaml warning schema-core/dialect',
      'schemas/old/b.yaml warning schema-core/dialect',
    ])
    await configure(
      'set: strict',
      'ignores: ["drafts/**", "rules/**"]',
      'overrides:',
      '  - files: ["schemas/old/**"]',
      '    set: recommended',
      '    rules: { schema-core/dialect: info }',
      '  - files: ["**/b.yaml"]',
      '    rules: { schema-core/dialect: { severity: hint } }',
    )
    expect(await found('schemas')).toEqual([
      'schemas/a.yaml error schema-core/dialect',
      'schemas/old/b.yaml hint schema-core/dialect',
    ])
    await configure('ignores: [rules/**, drafts/**]', 'rules: { schema-core/dialect: off }')
    expect(await found('.')).toEqual([])
    expect(await terminal.run(['check', 'drafts', 'schemas/a.yaml'])).toMatchObject({ code: 0 })
  })

  it('[T23] is the one nearest above each file, wherever the command runs', async () => {
    await configure('set: strict')
    await terminal.write('schemas/old/lienthong.config.yaml', 'rules: { schema-core/dialect: info }\n')
    const both = ['schemas/a.yaml error schema-core/dialect', 'schemas/old/b.yaml info schema-core/dialect']
    expect(await found('schemas')).toEqual(both)
    const { out } = await terminal.run(['check', '.', '--fail-on', 'info'], {
      cwd: join(terminal.folder, 'schemas/old'),
    })
    expect(out).toContain('b.yaml:1:1 info')
    await rm(join(terminal.folder, 'schemas/old/lienthong.config.yaml'))
  })

  it('[T23] takes plugins of the product, of a folder of sources and of a packed folder', async () => {
    await terminal.write('d.yaml', 'properties:\n  a: { type: string }\n')
    await configure('plugins: [./rules]')
    expect(await found('d.yaml')).toEqual(['d.yaml warning rules/described-fields'])
    await terminal.run(['plugin', 'pack', 'rules'])
    await configure('plugins:', '  - schema-core', '  - ./rules/dist')
    expect(await found('d.yaml')).toEqual([
      'd.yaml warning schema-core/dialect',
      'd.yaml warning rules/described-fields',
    ])
    await writeFile(join(terminal.folder, 'rules/dist/plugin.js'), 'export default {}')
    expect((await terminal.run(['check', 'd.yaml'])).err).toMatch(/^PLUGIN_HASH_WRONG: /)
  })

  it('[T23] hands a rule its options', async () => {
    const rule = join(terminal.folder, 'rules/src/described-fields.ts')
    const text = await readFile(rule, 'utf8')
    const schema =
      "optionsSchema: { properties: { except: { type: 'array' } }, additionalProperties: false },"
    await writeFile(
      rule,
      text
        .replace('    messages: {', `    ${schema}\n    messages: {`)
        .replace(
          'if (!description)',
          'const { except = [] } = ctx.options as { except?: string[] }\n      if (!description && !except.includes(name))',
        ),
    )
    await configure('plugins: [./rules]', 'rules: { rules/described-fields: { options: { except: [a] } } }')
    expect(await found('d.yaml')).toEqual([])
    await configure('plugins: [./rules]', 'rules:', '  rules/described-fields: { options: { excpt: [a] } }')
    expect((await terminal.run(['check', 'd.yaml'])).err).toBe(
      'RULE_OPTIONS_INVALID: lienthong.config.yaml:3:3: the options of rules/described-fields do not fit its schema: #/excpt breaks "additionalProperties".\n',
    )
    await writeFile(rule, text)
  })

  it.each([
    [
      ['rulez: {}'],
      'CONFIG_KEY_UNKNOWN: lienthong.config.yaml:1:1: ',
      'Did you mean "rules"?',
      'Có phải "rules"?',
    ],
    [
      ['overrides:', '  - file: [x]'],
      'CONFIG_KEY_UNKNOWN: lienthong.config.yaml:2:5: ',
      'Did you mean "files"?',
      'Có phải "files"?',
    ],
    [
      ['rules:', '  schema-core/dialect: { severty: off }'],
      'CONFIG_KEY_UNKNOWN: lienthong.config.yaml:2:26: ',
      'Did you mean "severity"?',
      'Có phải "severity"?',
    ],
    [
      ['rules:', '  schema-core/dialet: off'],
      'RULE_UNKNOWN: lienthong.config.yaml:2:3: ',
      'Did you mean "schema-core/dialect"?',
      'Có phải "schema-core/dialect"?',
    ],
    [
      ['plugins: [schema-cor]'],
      'PLUGIN_UNKNOWN: lienthong.config.yaml:1:11: ',
      'Did you mean "schema-core"?',
      'Có phải "schema-core"?',
    ],
    [
      ['plugins: [schema-core, schema-core]'],
      'PLUGIN_TWICE: lienthong.config.yaml:1:24: ',
      'used twice',
      'hai lần',
    ],
    [
      ['rules: { schema-core/dialect: { options: { a: 1 } } }'],
      'RULE_OPTIONS_INVALID: lienthong.config.yaml:1:10: ',
      '#/a breaks',
      '#/a vi phạm',
    ],
    [['set: strickt'], 'CONFIG_INVALID: lienthong.config.yaml:1:1: ', 'Invalid option', 'không hợp lệ'],
    [['set: [strict'], 'CONFIG_INVALID: lienthong.config.yaml:2:1: ', 'not valid', 'không hợp lệ'],
  ])('[T23] refuses %j in the person’s language', async (lines, code, en, vi) => {
    await configure(...lines)
    for (const [lang, says] of [
      ['en', en],
      ['vi', vi],
    ] as const) {
      const ran = await terminal.run(['check', 'schemas', '--lang', lang])
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err.startsWith(code)).toBe(true)
      expect(ran.err).toContain(says)
      expect(ran.err).toMatch(/^.+\n$/)
    }
  })

  it('[T24] refuses a plugin whose content is not the locked one, until it is locked again', async () => {
    await configure('plugins: [schema-core, ./rules]')
    const locked = await terminal.run(['plugin', 'lock'])
    expect(locked).toEqual({
      code: 0,
      out: 'Wrote lienthong.lock.json: schema-core 0.1.0, rules 0.1.0.\n',
      err: '',
    })
    const lock = await readFile(join(terminal.folder, 'lienthong.lock.json'), 'utf8')
    expect(JSON.parse(lock)).toMatchObject({ version: 1, plugins: { rules: { version: '0.1.0' } } })
    expect((await terminal.run(['check', 'd.yaml'])).err).toBe('')

    await terminal.run(['plugin', 'pack', 'rules'])
    await configure('plugins: [schema-core, ./rules/dist]')
    expect((await terminal.run(['check', 'd.yaml'])).err).toBe('')
    await configure('plugins: [schema-core, ./rules]')

    const rule = join(terminal.folder, 'rules/src/described-fields.ts')
    const text = await readFile(rule, 'utf8')
    await writeFile(rule, text.replace("'warning'", "'error'"))
    const refused = await terminal.run(['check', 'd.yaml'])
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringMatching(/^PLUGIN_CHANGED: The plugin rules 0\.1\.0 /),
    ])
    const vi = await terminal.run(['check', 'd.yaml', '--lang', 'vi'])
    expect(vi.err).toMatch(/^PLUGIN_CHANGED: Plugin rules .* không còn là nội dung/)
    expect((await terminal.run(['plugin', 'lock', 'schemas'])).code).toBe(0)
    expect((await terminal.run(['check', 'd.yaml'])).err).toBe('')
    await writeFile(rule, text)
  })

  it('[T24] refuses a plugin that the lock does not know, one whose sets changed, and a lock that is none', async () => {
    await configure('plugins: [./rules]')
    await terminal.run(['plugin', 'lock'])
    await configure('plugins: [schema-core, ./rules]')
    expect((await terminal.run(['check', 'd.yaml'])).err).toMatch(
      /^PLUGIN_NOT_LOCKED: The plugin schema-core /,
    )

    await configure('plugins: [./rules]')
    await cp(join(terminal.folder, 'rules/plugin.json'), join(terminal.folder, 'plugin.json.orig'))
    const manifest = JSON.parse(await readFile(join(terminal.folder, 'rules/plugin.json'), 'utf8'))
    const withSet = (rule: string) =>
      writeFile(
        join(terminal.folder, 'rules/plugin.json'),
        JSON.stringify({ ...manifest, configs: { recommended: { [rule]: 'off' } } }),
      )
    await withSet('described-fields')
    expect((await terminal.run(['check', 'd.yaml'])).err).toMatch(/^PLUGIN_CHANGED: /)
    await terminal.run(['plugin', 'lock'])
    expect(await found('d.yaml')).toEqual([])
    await rm(join(terminal.folder, 'lienthong.lock.json'))
    await withSet('described-field')
    expect((await terminal.run(['check', 'd.yaml'])).err).toMatch(/^SET_INVALID: .*"described-fields"\?\n$/)
    await cp(join(terminal.folder, 'plugin.json.orig'), join(terminal.folder, 'rules/plugin.json'))

    await terminal.write('lienthong.lock.json', '{}')
    expect((await terminal.run(['check', 'd.yaml'])).err).toMatch(/^LOCK_INVALID: /)
    await rm(join(terminal.folder, 'lienthong.config.yaml'))
    expect((await terminal.run(['plugin', 'lock'])).err).toMatch(/^CONFIG_MISSING: /)
  })
})
