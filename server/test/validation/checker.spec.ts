import { jest } from '@jest/globals'
import { RunnerFailed, RunnerGone } from '@lienthong/plugin-engine'
import type { DocumentId } from '@lienthong/protocol'
import { RunnerHost } from '../../src/runner/runner-host.service.ts'
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

  const create = async () => {
    const text = 'type: object\nproperties:\n  họTên: { type: string }\n'
    return (await createDocument(server, an, { format: 'json-schema-yaml', text })).id
  }

  const join = async (id: DocumentId) => (await Editor.connect(server, an)).join(id)

  /** Fails so often for one document, whatever else is checked meanwhile; answers how often it was asked to check it. */
  const failFor = (id: DocumentId, times: number, error: Error) => {
    const real = host.check.bind(host)
    let asked = 0
    jest.spyOn(host, 'check').mockImplementation(async read => {
      const checking = read()
      if (checking?.documentId !== id || asked++ >= times) return real(() => checking)
      throw error
    })
    return () => asked
  }

  const isUnchecked = (editor: Editor) =>
    current(editor).some(({ ruleId, severity }) => ruleId === 'lienthong/unchecked' && severity === 'fault')

  it('[V9] dies and another checks the next keystroke', async () => {
    const editor = await join(await create())
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
      const id = await create()
      const asked = failFor(id, times, error)
      const editor = await join(id)
      await until('the notice', () => isUnchecked(editor))
      expect(asked()).toBe(times)
      editor.text.insert(editor.text.length, '  tỉnh: { type: string }\n')
      await until('the findings', () => shown(editor, 'described').length === 2)
      expect(isUnchecked(editor)).toBe(false)
    },
  )
})
