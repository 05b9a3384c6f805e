import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
} from 'vscode-languageserver/node'
import { LspEditor } from './lsp-editor.ts'
import { RealServer } from './real-server.ts'
import { Terminal } from './terminal.ts'

const head = '$schema: https://json-schema.org/draft/2020-12/schema\n'
const refTo = (...refs: string[]) =>
  `${head}properties:\n${refs.map((ref, at) => `  a${at}: { $ref: '${ref}' }\n`).join('')}`

describe('references between files', () => {
  let terminal: Terminal
  let beside: string

  beforeAll(async () => {
    terminal = await Terminal.open()
    beside = await mkdtemp(join(tmpdir(), 'lienthong-beside-'))
    await mkdir(join(terminal.folder, 'dan-cu'))
    await mkdir(join(terminal.folder, 'kieu'))
    await terminal.write('dan-cu/danh-muc.yaml', `${head}$defs:\n  Ma: { $ref: '../kieu/goc.json' }\n`)
    await terminal.write('kieu/goc.json', '{ "type": "string" }')
  })
  afterAll(() => Promise.all([terminal.close(), rm(beside, { recursive: true })]))

  const found = async (cwd = '.') => {
    const { out } = await terminal.run(['check', cwd, '--format', 'json'])
    const findings: { ruleId: string; message: { en: string } }[] = JSON.parse(out)
    return findings.filter(({ ruleId }) => ruleId.endsWith('ref-resolves')).map(({ message }) => message.en)
  }

  it('[T36] are held against the files of the folder by check, and against none beside it', async () => {
    const refs = ['danh-muc.yaml#/$defs/Ma', 'danh-muc.yaml#/$defs/Khong', 'khong.yaml', '../kieu/goc.json']
    await symlink(beside, join(terminal.folder, 'dan-cu/loi'))
    await writeFile(join(terminal.folder, 'dan-cu/loi/kin.yaml'), '$defs: {}\n')
    const beyond = [
      'loi/kin.yaml#/$defs/Khong',
      '../../../khong.yaml',
      '/etc/passwd',
      'https://vidu.vn/x.yaml',
      '%zz',
      '../kieu',
    ]
    await terminal.write('dan-cu/ho-so.yaml', refTo(...refs, ...beyond))
    const missing = [
      'There is no "#/$defs/Khong" in the document "danh-muc.yaml"',
      'There is no document "khong.yaml"',
    ]
    expect(await found()).toEqual(missing)
    await terminal.write('dan-cu/lienthong.config.yaml', '{}\n')
    // The configuration's folder is where its documents are.
    expect(await found('dan-cu')).toEqual(missing)
    await rm(join(terminal.folder, 'dan-cu/lienthong.config.yaml'))
    await rm(join(terminal.folder, 'dan-cu/ho-so.yaml'))
  })

  it('[T36] are held against what is open by lsp, also while somebody writes there', async () => {
    const lsp = await LspEditor.start(terminal)
    try {
      const [here, there] = ['dan-cu/moi.yaml', 'dan-cu/danh-muc.yaml']
      await lsp.open(here, refTo('danh-muc.yaml#/$defs/Moi'))
      const told = () =>
        (lsp.told.get(lsp.uriOf(here)) ?? []).filter(({ code }) => String(code).endsWith('ref-resolves'))
      await lsp.until(() => told().length === 1)
      const text = await readFile(join(terminal.folder, there), 'utf8')
      await lsp.open(there, `${text}  Moi: {}\n`)
      await lsp.until(() => lsp.told.has(lsp.uriOf(here)) && told().length === 0)
      await lsp.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: lsp.uriOf(there), version: 2 },
        contentChanges: [{ text }],
      })
      await lsp.until(() => told().length === 1)
      await lsp.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: lsp.uriOf(there), version: 3 },
        contentChanges: [{ text: `${text}  Moi: {}\n` }],
      })
      await lsp.until(() => told().length === 0)
      const textDocument = { uri: lsp.uriOf(there) }
      await lsp.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument })
      await lsp.until(() => told().length === 1)
    } finally {
      lsp.child.kill()
    }
  })

  it('[T36] are known to a plugin that is tried on a file, or on a document of a server', async () => {
    expect((await terminal.run(['plugin', 'new', 'my-rules'])).code).toBe(0)
    const rule = join(terminal.folder, 'my-rules/src/described-fields.ts')
    const source = await readFile(rule, 'utf8')
    const create = `create: ctx => ({ 'schema.ref': node => {
      const found = ctx.resolve(node.ref)
      if (found) ctx.report({ node, messageId: 'missing', data: { name: String(found.key) } })
    } }),\n})\n`
    await writeFile(rule, source.slice(0, source.indexOf('create:')) + create)
    await terminal.write('dan-cu/thu.yaml', refTo('danh-muc.yaml#/$defs/Ma'))
    const round = /findings?\.\n$/
    const onFile = terminal.start(['plugin', 'dev', 'my-rules', '--file', 'dan-cu/thu.yaml'])
    expect(await onFile.take(round)).toContain('The field "Ma" has no description')
    onFile.end('SIGINT')
    await onFile.ended
    const server = await RealServer.start()
    try {
      const token = await server.tokenOf('editor')
      const text = refTo('cong-dan.schema.yaml#/$defs/HoTen', 'khong.yaml')
      const created = await fetch(`${server.url}/api/v1/databases/dan-cu/documents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ path: 'thu.yaml', title: 'Thử', format: 'json-schema-yaml', text }),
      })
      expect(created.status).toBe(201)
      const as = ['--server', server.url, '--token', token]
      const onServer = terminal.start(['plugin', 'dev', 'my-rules', '--document', 'dan-cu/thu.yaml', ...as])
      expect(await onServer.take(round)).toContain('The field "HoTen" has no description')
      onServer.end('SIGINT')
      await onServer.ended
    } finally {
      await server.close()
    }
  })
})
