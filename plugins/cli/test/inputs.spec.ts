import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { RuleInputs } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { RealServer } from './real-server.ts'
import { Terminal } from './terminal.ts'

const specification = '# Đặc tả\n\n- `ND-47-2024` (47/2024/NĐ-CP)\n'

describe('lienthong inputs', () => {
  let terminal: Terminal
  let server: RealServer
  let given: string[]

  beforeAll(async () => {
    terminal = await Terminal.open()
    server = await RealServer.start()
    given = ['--server', server.url, '--token', await server.tokenOf('editor')]
    await terminal.write('a.md', specification)
    await terminal.write('b.md', specification)
  })
  afterAll(async () => {
    await server.close()
    await terminal.close()
  })
  beforeEach(() => terminal.write('lienthong.config.yaml', 'inputs: lienthong.inputs.json\n'))

  it('[T28] brings what rules look up on a server into a file, with its day and revisions', async () => {
    const { code, out } = await terminal.run(['inputs', 'pull', ...given])
    expect([code, out]).toEqual([0, expect.stringMatching(/^Wrote lienthong\.inputs\.json, as of \d{4}-/)])
    const text = await readFile(join(terminal.folder, 'lienthong.inputs.json'), 'utf8')
    const { directives, inventory, schemas } = z.parse(RuleInputs, JSON.parse(text))
    expect(directives?.revision).toMatch(/^[0-9a-f]{64}$/)
    expect(directives?.directives.map(({ code: name }) => name)).toContain('NQ-71-CP')
    expect(inventory?.databases.map(({ code: name }) => name)).toContain('dan-cu')
    expect(schemas?.schemas).toEqual([])
    const refused = await terminal.run(['inputs', 'pull', '-o', 'x/y.json', ...given])
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/^FILE_UNWRITABLE: /)])
  })

  it('[T28] lets a check find what a server finds', async () => {
    const { code, out, err } = await terminal.run(['check', '.', '--format', 'json'])
    const found = (JSON.parse(out) as { file: string; ruleId: string }[]).map(
      one => `${one.file} ${one.ruleId}`,
    )
    expect([code, err, found]).toEqual([0, '', ['a.md directives/in-force', 'b.md directives/in-force']])
  })

  it('[T28, V27] says once which rules did not run without', async () => {
    await rm(join(terminal.folder, 'lienthong.config.yaml'))
    const { code, out, err } = await terminal.run(['check', '.', '--format', 'json'])
    expect([code, out]).toEqual([0, '[]\n'])
    expect(err).toMatch(/^\d+ rules of .*directives did not run because data is missing \(directives.*\n$/)
    const vi = await terminal.run(['check', '.', '--lang', 'vi'])
    expect(vi.err).toMatch(/^\d+ quy tắc của .*directives không chạy vì thiếu dữ liệu/)
  })

  it('[T28] refuses a file that is missing, or is something else', async () => {
    for (const [name, content, code] of [
      ['none.json', null, 'FILE_UNREADABLE'],
      ['words.json', 'words', 'INPUTS_INVALID'],
      ['other.json', '{ "directives": { "day": 5 } }', 'INPUTS_INVALID'],
    ] as const) {
      if (content !== null) await terminal.write(name, content)
      await terminal.write('lienthong.config.yaml', `inputs: ${name}\n`)
      const refused = await terminal.run(['check', 'a.md'])
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(`${code}: ${name}`)])
    }
  })
})
