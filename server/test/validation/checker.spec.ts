import { jest } from '@jest/globals'
import { RunnerFailed, RunnerGone } from '@lienthong/plugin-engine'
import { RunnerHost } from '../../src/validation/runner-host.service.ts'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { current, shown } from './findings.ts'
import { describedProperties, install, pluginOf } from './plugins.ts'

describe.each(databases)('the checker on %s', database => {
  let server: TestServer
  let host: RunnerHost
  let an: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an } = await stage(server))
    const admin = await server.person({ roles: [['administrator', 'VN']] })
    await install(server, admin, pluginOf('described', describedProperties))
    host = server.app.get(RunnerHost, { strict: false })
  }, 60_000)

  afterEach(() => jest.restoreAllMocks())

  const open = async (text = 'type: object\nproperties:\n  họTên: { type: string }\n') => {
    const { id } = await createDocument(server, an, { format: 'json-schema-yaml', text })
    return (await Editor.connect(server, an)).join(id)
  }

  const isUnchecked = (editor: Editor) =>
    current(editor).some(({ ruleId, severity }) => ruleId === 'lienthong/unchecked' && severity === 'fault')

  it('[V9] dies and another checks the next keystroke', async () => {
    const editor = await open()
    await until('the findings', () => shown(editor, 'described').length === 1)
    const pid = await host.pid()
    process.kill(Number(pid), 'SIGKILL')
    editor.text.insert(editor.text.length, '  tỉnh: { type: string }\n')
    await until('the findings', () => shown(editor, 'described').length === 2)
    expect(await host.pid()).not.toBe(pid)
  })

  it.each([
    ['fails on', 1, new RunnerFailed('RangeError')],
    ['dies three times under', 3, new RunnerGone('exit 1')],
  ])(
    '[V9, V31] says so where it %s a text, and tries again when the text changes',
    async (_, times, error) => {
      const check = jest.spyOn(host, 'check')
      for (let i = 0; i < times; i++) check.mockRejectedValueOnce(error)
      const editor = await open()
      await until('the notice', () => isUnchecked(editor))
      expect(check).toHaveBeenCalledTimes(times)
      editor.text.insert(editor.text.length, '  tỉnh: { type: string }\n')
      await until('the findings', () => shown(editor, 'described').length === 2)
      expect(isUnchecked(editor)).toBe(false)
    },
  )
})
