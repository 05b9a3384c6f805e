import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TrialRound } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { RealServer } from './real-server.ts'
import { type Running, repository, Terminal } from './terminal.ts'

const round = /findings?\.\n$/

describe('lienthong plugin dev', () => {
  let terminal: Terminal
  let rule: string
  let source: string
  let running: Running | null = null

  beforeAll(async () => {
    terminal = await Terminal.open()
    expect((await terminal.run(['plugin', 'new', 'my-rules'])).code).toBe(0)
    rule = join(terminal.folder, 'my-rules/src/described-fields.ts')
    source = await readFile(rule, 'utf8')
  })
  afterEach(async () => {
    running?.end('SIGKILL')
    await running?.ended
    await writeFile(rule, source)
  })
  afterAll(() => terminal.close())

  const start = async (...words: string[]): Promise<Running> => {
    await terminal.write('a.yaml', 'properties:\n  a: { type: string }\n')
    running = terminal.start(['plugin', 'dev', 'my-rules', '--file', 'a.yaml', ...words])
    return running
  }

  it('[T25] shows what is found, again after every change of the document and of the sources', async () => {
    const dev = await start()
    expect(await dev.take(round)).toBe(
      `Watching my-rules and a.yaml. Ctrl+C ends.

a.yaml:2:3 warning The field "a" has no description my-rules/described-fields
2 │   a: { type: string }
  │   ^

my-rules 0.1.0 on a.yaml: 1 finding.
`,
    )
    await terminal.write('a.yaml', 'properties:\n  a: { type: string, description: x }\n')
    expect(await dev.take(round)).toBe('my-rules 0.1.0 on a.yaml: 0 findings.\n')
    await writeFile(rule, source.replace('if (!description)', 'if (description)'))
    expect(await dev.take(round)).toContain('a.yaml:2:3 warning')
    await writeFile(rule, source.replace('if (!description)', 'if (description) '))
    expect(await dev.take(round)).toBe('my-rules 0.1.0 on a.yaml: 1 finding.\n')
  })

  it('[T25, T35] shows what does not build or fails, and goes on', async () => {
    const dev = await start()
    await dev.take(round)
    await writeFile(rule, `${source}\nconst = 1\n`)
    expect(await dev.take(/\n$/)).toMatch(/^CODE_INVALID: .*src\/described-fields\.ts:\d+:7: .+\n$/)
    await writeFile(rule, source)
    await dev.take(round)
    const index = join(terminal.folder, 'my-rules/src/index.ts')
    const listed = await readFile(index, 'utf8')
    await writeFile(index, 'export default { rules: {} }\n')
    expect(await dev.take(/\n$/)).toMatch(/^PLUGIN_RULES_MISSING: my-rules has no rules .+\n$/)
    await writeFile(index, listed)
    await dev.take(round)
    await writeFile(
      rule,
      source.replace('field(node) {', "field(node) {\n      if (node) throw new Error('hỏng')"),
    )
    expect(await dev.take(round)).toMatch(/a\.yaml:1:1 fault Plugin my-rules failed .*hỏng/)
    await writeFile(rule, source.replace('field(node) {', 'field(node) {\n      for (;;) {}'))
    expect(await dev.take(round)).toMatch(/fault Plugin my-rules failed .*too-slow/)
    await rm(join(terminal.folder, 'a.yaml'))
    expect(await dev.take(/\n$/)).toMatch(/^FILE_UNREADABLE: /)
    await writeFile(rule, source)
    await terminal.write('a.yaml', 'properties:\n  b: { type: string }\n')
    expect(await dev.take(/ 1 finding\.\n$/)).toContain('a.yaml:2:3 warning The field "b"')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '[T25] ends cleanly with %s, in the language of the person',
    async signal => {
      const dev = await start('--lang', 'vi')
      expect(await dev.take(/phát hiện\.\n$/)).toMatch(
        /^Đang theo dõi my-rules và a\.yaml\. Ctrl\+C để dừng\.\n/,
      )
      dev.end(signal)
      expect(await dev.ended).toEqual({ code: 0, out: '', err: '' })
    },
  )

  it('[T38] tells a program of every round in a line of JSON, with the text that it is about', async () => {
    const dev = await start('--format', 'json-lines')
    const next = async (): Promise<unknown> => {
      const line = await dev.take(/\n$/)
      return z.parse(z.strictObject({ round: TrialRound }), { round: JSON.parse(line) }).round
    }
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(await next()).toEqual({
      state: 'checked',
      subject: 'a.yaml',
      plugin: { id: 'my-rules', version: '0.1.0' },
      sha256: hashOf('properties:\n  a: { type: string }\n'),
      findings: [
        {
          ruleId: 'my-rules/described-fields',
          severity: 'warning',
          message: { vi: 'Trường "a" chưa có mô tả', en: 'The field "a" has no description' },
          start: { line: 2, column: 3 },
          end: { line: 2, column: 4 },
          fixes: [],
        },
      ],
      idle: [],
    })
    await writeFile(rule, `${source}\nconst = 1\n`)
    expect(await next()).toEqual({
      state: 'refused',
      subject: 'a.yaml',
      code: 'CODE_INVALID',
      message: {
        vi: expect.stringMatching(/^Mã của plugin không chạy được: src\/described-fields\.ts:\d+:7: .+$/),
        en: expect.stringMatching(
          /^The code of the plugin does not run: src\/described-fields\.ts:\d+:7: .+$/,
        ),
      },
    })
    const fix = `[{ kind: 'setValue', value: 'x', title: { vi: 'Sửa', en: 'Mend' } }]`
    const fixing = source
      .replace('if (!description)', `if (name === 'b')`)
      .replace("at: 'key'", "at: 'value'")
      .replace('data: { name }', `data: { name }, fixes: ${fix}`)
      .replace("languages: ['json-schema', 'sql'],", "languages: ['json-schema', 'sql'],\n    fixable: true,")
      .replace("defaultSeverity: 'warning',", "defaultSeverity: 'warning',\n    inputs: ['directives'],")
    await writeFile(rule, fixing)
    expect(await next()).toMatchObject({
      state: 'checked',
      findings: [],
      idle: [{ rule: 'my-rules/described-fields', input: 'directives' }],
    })
    await writeFile(rule, fixing.replace("inputs: ['directives'],", ''))
    await next()
    await terminal.write('a.yaml', '# é\r\nproperties:\r\n  b:\r\n    type: string\r\n')
    expect(await next()).toMatchObject({
      sha256: hashOf('# é\nproperties:\n  b:\n    type: string\n'),
      findings: [
        {
          start: { line: 4, column: 5 },
          fixes: [
            { title: { vi: 'Sửa', en: 'Mend' }, edits: [{ start: { line: 4, column: 5 }, text: 'x' }] },
          ],
        },
      ],
    })
    dev.end('SIGTERM')
    expect(await dev.ended).toEqual({ code: 0, out: '', err: '' })
  })

  it('[T38, T39] names the line of the source in which the plugin failed', async () => {
    const dev = await start('--format', 'json-lines')
    await dev.take(/\n$/)
    await writeFile(rule, source.replace('field(node) {', "field(node) {\n      throw new Error('hỏng')"))
    const { findings } = z.parse(z.looseObject({ findings: z.array(z.looseObject({ message: z.any() })) }), {
      ...JSON.parse(await dev.take(/\n$/)),
    })
    const line = source.split('\n').findIndex(text => text.includes('field(node)')) + 2
    const words = `(threw: Error: hỏng, src/described-fields.ts:${line}:17)`
    expect(findings.map(({ message }) => message)).toEqual([
      { vi: expect.stringContaining(words), en: expect.stringContaining(words) },
    ])
  })

  it('[T25] ends when nobody reads any more', async () => {
    await terminal.write('a.yaml', 'properties:\n  a: { type: string }\n')
    const command = join(repository, 'plugins/cli/bin/lienthong.js')
    const words = [command, 'plugin', 'dev', 'my-rules', '--file', 'a.yaml']
    const dev = spawn(process.execPath, words, { cwd: terminal.folder, env: terminal.env })
    const ended = new Promise(resolve => dev.once('exit', resolve))
    await new Promise(resolve => dev.stdout.once('data', resolve))
    dev.stdout.destroy()
    await terminal.write('a.yaml', 'properties:\n  b: { type: string }\n')
    expect(await ended).toBe(0)
  })

  it('[T25] tries it on a document of a server while people change it', async () => {
    let server = await RealServer.start()
    try {
      const named = async (document: string, role = 'editor') => {
        const as = ['--server', server.url, '--token', await server.tokenOf(role)]
        return ['plugin', 'dev', 'my-rules', '--document', document, ...as]
      }
      const [document] = (await server.documents()).filter(({ format }) => format === 'json-schema-yaml')
      const name = `dan-cu/${document?.path}`
      running = terminal.start(await named(name))
      expect(await running.take(round)).toContain(`Watching my-rules and ${name}. Ctrl+C ends.`)
      await server.edit(String(document?.path), ({ text }) => {
        text.delete(0, text.length)
        text.insert(0, 'properties:\n  a: { type: string }\n')
      })
      expect(await running.take(/ 1 finding\.\n$/)).toContain(
        `${name}:2:3 warning The field "a" has no description my-rules/described-fields`,
      )
      await writeFile(rule, source.replace('if (!description)', 'if (description)'))
      expect(await running.take(round)).toBe(`my-rules 0.1.0 on ${name}: 0 findings.\n`)
      // The demo's tokens end with their server.
      server = await server.restart(Number(new URL(server.url).port))
      expect(await running.take(/\n$/)).toMatch(/^TOKEN_INVALID: /)
      running.end('SIGINT')
      expect(await running.ended).toEqual({ code: 0, out: '', err: '' })
      expect((await terminal.run(await named('dan-cu/none.yaml'))).err).toMatch(/^DOCUMENT_NOT_FOUND: /)
    } finally {
      await server.close()
    }
  })

  it('[T5, T25, T38] refuses at the start what it cannot watch', async () => {
    const dev = (...words: string[]) => terminal.run(['plugin', 'dev', ...words])
    expect((await dev('my-rules')).err).toMatch(/^ARGUMENT_MISSING: "--file <file>"/)
    expect((await dev('my-rules', '--file', 'a.yaml', '--document', 'dan-cu/a.yaml')).code).toBe(2)
    expect((await dev('my-rules', '--document', 'a.yaml')).err).toMatch(/^DOCUMENT_NAME_INVALID: /)
    expect((await dev('my-rules', '--document', 'dan-cu/a.yaml')).err).toMatch(/^SERVER_MISSING: /)
    expect((await dev('nowhere', '--file', 'a.yaml')).err).toMatch(/^FOLDER_NOT_A_PLUGIN: /)
    expect((await dev('my-rules', '--file', 'none.yaml')).err).toMatch(/^FILE_UNREADABLE: /)
    expect((await dev('my-rules', '--file', 'a.png')).err).toMatch(/^FORMAT_UNKNOWN: /)
    const json = await dev('my-rules', '--file', 'none.yaml', '--format', 'json-lines')
    expect(json).toEqual({ code: 2, out: '', err: expect.stringMatching(/^FILE_UNREADABLE: .+\n$/) })
  })
})
