import { spawnSync } from 'node:child_process'
import {
  CodeActionRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentSymbolRequest,
  ExitNotification,
  FoldingRangeRequest,
  HoverRequest,
  type Location,
  ReferencesRequest,
  ShutdownRequest,
  type TextEdit,
} from 'vscode-languageserver/node'
import { LspEditor } from './lsp-editor.ts'
import { Terminal } from './terminal.ts'

const person = `$schema: https://json-schema.org/draft/2020-12/schema
$id: https://lienthong.example/cong-dan
title: Công dân
properties:
  tieuDe: { type: string, desciption: Theo REQ-DC-001 }
  ghiChu: { type: string, desciption: Lời ghi thêm }
  ten: { $ref: '#/$defs/Ten' }
$defs:
  Ten:
    description: Họ, chữ đệm và tên.
    type: string
`

describe('lienthong lsp', () => {
  let terminal: Terminal
  let lsp: LspEditor
  let editor: LspEditor['connection']
  let told: LspEditor['told']
  let messages: LspEditor['messages']
  let uri: string

  /** Where a text stands, from its middle. */
  const at = (words: string, text = person) =>
    lsp.at('cong-dan.yaml', text, text.indexOf(words) + Math.floor(words.length / 2))
  const places = (found: Location | Location[] | unknown[] | null) =>
    (found as Location[]).map(
      ({ uri, range: { start } }) =>
        `${uri.slice(uri.lastIndexOf('/') + 1)}:${start.line + 1}:${start.character + 1}`,
    )

  beforeAll(async () => {
    terminal = await Terminal.open()
    await terminal.write(
      'dac-ta.md',
      '# Đặc tả\nREQ-DC-001: Có tiêu đề.\n\n[tên](cong-dan.yaml#/$defs/Ten)\n',
    )
    await terminal.write('cong-dan.yaml', person)
    lsp = await LspEditor.start(terminal)
    const { capabilities } = lsp
    ;({ connection: editor, told, messages } = lsp)
    expect(capabilities).toMatchObject({ definitionProvider: true, hoverProvider: true })
    uri = lsp.uriOf('cong-dan.yaml')
    await lsp.open('cong-dan.yaml', person)
    await lsp.until(() => (told.get(uri)?.length ?? 0) > 0)
  })
  afterAll(async () => {
    lsp.close()
    await terminal.close()
  })

  it('[T26] shows what is found while it is typed, with the marked words and the rule', async () => {
    const [first] = told.get(uri) ?? []
    expect(first).toMatchObject({
      code: 'schema-core/unknown-keyword',
      source: 'Liên Thông',
      range: { start: { line: 4, character: 26 }, end: { line: 4, character: 36 } },
    })
  })

  it('[T26] outlines and folds', async () => {
    const symbols = await editor.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })
    expect(symbols?.map(({ name }) => name)).toEqual(['tieuDe', 'ghiChu', 'ten', 'Ten'])
    const folds = await editor.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } })
    expect(folds).toContainEqual({ startLine: 8, endLine: 10 })
  })

  it('[T26] finds definitions and references in all files of the workspace', async () => {
    const definition = await editor.sendRequest(DefinitionRequest.type, at('REQ-DC-001'))
    expect(places(definition as Location[])).toEqual(['dac-ta.md:2:1'])
    const references = await editor.sendRequest(ReferencesRequest.type, {
      ...at('  Ten:'),
      context: { includeDeclaration: true },
    })
    expect(places(references).sort()).toEqual(['cong-dan.yaml:7:17', 'cong-dan.yaml:9:3', 'dac-ta.md:4:7'])
  })

  it('[T26] shows what stands behind words, and explains a finding', async () => {
    const behind = await editor.sendRequest(HoverRequest.type, at('#/$defs/Ten'))
    expect(JSON.stringify(behind)).toContain('Họ, chữ đệm và tên.')
    const explained = await editor.sendRequest(HoverRequest.type, at('desciption'))
    expect(JSON.stringify(explained)).toMatch(/\*\*[^*]+\*\*\\n\\n/)
  })

  it('[T26] fixes one thing, or everything at once, and offers nothing for a text that has changed', async () => {
    const { position } = at('desciption')
    const ask = {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    }
    const actions = async (only?: string[]) =>
      (await editor.sendRequest(CodeActionRequest.type, {
        ...ask,
        context: { diagnostics: [], ...(only && { only }) },
      })) ?? []
    const titles = (await actions()).map(({ title }) => title)
    expect(titles).toEqual([
      'Change to "description"',
      'Fix all of schema-core/unknown-keyword in this document',
      'Fix all problems found by Liên Thông',
    ])
    const [all] = await actions(['source.fixAll'])
    const edits: TextEdit[] = (all && 'edit' in all && all.edit?.changes?.[uri]) || []
    expect(edits.filter(({ newText }) => newText.includes('description')).length).toBe(2)
    await editor.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: person.replaceAll('desciption', 'description') }],
    })
    expect(await actions()).toEqual([])
    await lsp.until(() => !told.get(uri)?.some(({ code }) => code === 'schema-core/unknown-keyword'))
  })

  it('[T26] follows the configuration as it is saved, and says what is wrong with it', async () => {
    const config = lsp.uriOf('lienthong.config.yaml')
    const write = async (text: string) => {
      await terminal.write('lienthong.config.yaml', text)
      await editor.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: config } })
    }
    await lsp.open('lienthong.config.yaml', '')
    await lsp.open('sai.yaml', 'titel: x\n')
    await lsp.until(() => (told.get(lsp.uriOf('sai.yaml'))?.length ?? 0) > 0)
    await write('rules:\n  khong/co: off\n')
    await lsp.until(() => messages.some(message => message.startsWith('RULE_UNKNOWN')))
    await write('ignores: [sai.yaml]\n')
    await lsp.until(() => told.get(lsp.uriOf('sai.yaml'))?.length === 0)
  })

  it('[T26] answers nothing for what is no file here, and leaves large files that nobody has open aside', async () => {
    for (const elsewhere of ['file://may-chu/dac-ta.md', 'file:///a%2Fb.md', 'untitled:x.md'])
      for (const request of [DocumentSymbolRequest.type, HoverRequest.type] as const)
        expect(
          await editor.sendRequest(request.method, { ...at('title'), textDocument: { uri: elsewhere } }),
        ).toBeNull()
    await terminal.write('lon.md', `Theo REQ-DC-001.\n${'x'.repeat(2 * 1024 * 1024)}`)
    await terminal.write('nho.md', 'Theo REQ-DC-001.\n')
    const found = await editor.sendRequest(ReferencesRequest.type, {
      ...at('REQ-DC-001'),
      context: { includeDeclaration: false },
    })
    expect(places(found).sort()).toEqual(['cong-dan.yaml:5:45', 'nho.md:1:6'])
  })

  it('[T26] goes on when what checks the files has ended: the next change is checked anew', async () => {
    const runners = spawnSync('ps', ['-Ao', 'pid=,ppid='], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/).map(Number))
      .flatMap(([pid, parent]) => (parent === lsp.child.pid && pid !== undefined ? [pid] : []))
    expect(runners.length).toBeGreaterThan(0)
    for (const pid of runners) process.kill(pid, 'SIGKILL')
    const change = (version: number, text: string) =>
      editor.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      })
    await change(3, `${person}\n`)
    await lsp.until(() => messages.some(message => message.startsWith('CHECKER_GONE')))
    await change(4, person)
    await lsp.until(() => !!told.get(uri)?.some(({ code }) => code === 'schema-core/unknown-keyword'))
    expect(await editor.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } })).not.toEqual([])
  })

  it('[T26] ends with the editor', async () => {
    const ended = new Promise(resolve => lsp.child.once('exit', resolve))
    await editor.sendRequest(ShutdownRequest.type)
    await editor.sendNotification(ExitNotification.type)
    expect(await ended).toBe(0)
  })
})
