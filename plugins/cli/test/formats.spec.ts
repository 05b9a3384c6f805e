import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toBeValidSarifLog } from '@microsoft/jest-sarif'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Log } from 'sarif'
import { Terminal } from './terminal.ts'

expect.extend({ toBeValidSarifLog })

/** A column after a surrogate pair and a letter in two code points: UTF-16 units and characters differ. */
const sql =
  "create table t (\n  id bigint primary key,\n  /* 👩‍👧 e\u0302 */ so_cccd bigint\n);\ncomment on column t.id is 'x';\ncomment on table t is 'Dữ liệu cá nhân cơ bản';\n"
const at = '  /* 👩‍👧 e\u0302 */ so_cccd '.length + 1

describe('the formats of lienthong check', () => {
  let terminal: Terminal

  beforeAll(async () => {
    terminal = await Terminal.open()
    await mkdir(join(terminal.folder, 'thư mục'))
    await terminal.write('thư mục/b&c <1>.sql', sql)
    await terminal.write('a.yaml', '$schema: https://json-schema.org/draft/2020-12/schema\ntype: object\n')
    await terminal.write('w.yaml', 'type: object\n')
  })
  afterAll(() => terminal.close())

  const run = (...words: string[]) => terminal.run(['check', ...words])

  it('[T21] writes SARIF that the published schema accepts, with columns in UTF-16 units', async () => {
    const { code, out } = await run('.', '--format', 'sarif')
    expect(code).toBe(1)
    const log = JSON.parse(out) as Log
    expect(log).toBeValidSarifLog()
    const [found] = log.runs
    expect(found?.columnKind).toBe('utf16CodeUnits')
    const result = found?.results?.find(({ ruleId }) => ruleId === 'vietnam-identifiers/personal-id')
    expect(result).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('personal identification number') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: 'th%C6%B0%20m%E1%BB%A5c/b%26c%20%3C1%3E.sql',
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: 3, startColumn: at, endLine: 3, endColumn: at + 'bigint'.length },
          },
        },
      ],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'char(12)' } }] }] }],
    })
    const rule = found?.tool.driver.rules?.[result?.ruleIndex ?? -1]
    expect(rule).toMatchObject({
      id: 'vietnam-identifiers/personal-id',
      help: { markdown: expect.stringContaining('\n') },
    })
    expect(out).not.toContain(terminal.folder)
  })

  it('[T21] writes SARIF in Vietnamese, too', async () => {
    const log = JSON.parse((await run('.', '--format', 'sarif', '--lang', 'vi')).out) as Log
    expect(log).toBeValidSarifLog()
    expect(log.runs[0]?.language).toBe('vi')
    expect(log.runs[0]?.results?.map(({ message }) => message.text)).toContainEqual(
      expect.stringContaining('số định danh cá nhân'),
    )
  })

  it('[T21] writes JUnit XML: what fails the check is a failure, the rest passes', async () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: name => name === 'testcase',
    })
    const suites = async (failOn: string) => {
      const { out } = await run('.', '--format', 'junit', '--fail-on', failOn)
      expect(XMLValidator.validate(out)).toBe(true)
      return parser.parse(out).testsuites
    }
    const testsuites = await suites('error')
    expect(testsuites).toMatchObject({ name: 'lienthong', tests: '4', failures: '1', errors: '0' })
    const [clean, bad, warned] = testsuites.testsuite
    expect(clean).toMatchObject({
      name: 'a.yaml',
      tests: '1',
      testcase: [{ classname: 'a.yaml', name: 'lienthong' }],
    })
    expect(bad).toMatchObject({ name: 'thư mục/b&c <1>.sql', tests: '2', failures: '1' })
    expect(bad.testcase[1]).toMatchObject({
      name: `vietnam-identifiers/personal-id 3:${at}`,
      failure: { type: 'error', message: expect.stringContaining('identification number') },
    })
    expect(warned).toMatchObject({
      failures: '0',
      testcase: [{ 'system-out': expect.stringContaining('w.yaml:1:1 warning') }],
    })
    expect((await suites('warning')).failures).toBe('3')
  })

  it('[T22] writes the report into a file, the same whenever and however the files are named', async () => {
    const file = join(terminal.folder, 'report.xml')
    const read = async (...words: string[]) => {
      const ran = await run(...words, '--format', 'junit', '-o', 'report.xml')
      expect(ran).toEqual({ code: 1, out: 'Wrote report.xml\n', err: '' })
      return readFile(file, 'utf8')
    }
    const first = await read('.')
    expect(await read('w.yaml', './thư mục', 'a.yaml', '**/*.sql', join(terminal.folder, 'a.yaml'))).toBe(
      first,
    )
    expect((await run('a.yaml', '-o', 'nowhere/report.txt')).err).toMatch(/^FILE_UNWRITABLE: /)
  })

  it('[T21] says in every format that a plugin failed', async () => {
    expect((await terminal.run(['plugin', 'new', 'broken'])).code).toBe(0)
    const rule = join(terminal.folder, 'broken/src/described-fields.ts')
    const text = await readFile(rule, 'utf8')
    await writeFile(
      rule,
      text.replace('    field(node) {', "    field(node) {\n      if (node) throw new Error('no')"),
    )
    await writeFile(join(terminal.folder, 'f.yaml'), 'properties:\n  a: { type: string }\n')
    const words = ['f.yaml', '--plugin', 'broken', '--format']
    const log = JSON.parse((await run(...words, 'sarif')).out) as Log
    expect(log).toBeValidSarifLog()
    expect(log.runs[0]?.invocations).toEqual([{ executionSuccessful: false }])
    const { code, out } = await run(...words, 'junit', '--fail-on', 'error')
    expect(code).toBe(1)
    expect(out).toContain('<error type="fault"')
  })
})
