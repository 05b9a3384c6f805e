import { dataOf } from '@lienthong/plugin-engine/testing'
import {
  CompletionRequest,
  CompletionTriggerKind,
  DidChangeTextDocumentNotification,
  HoverRequest,
} from 'vscode-languageserver/node'
import { LspEditor } from './lsp-editor.ts'
import { Terminal } from './terminal.ts'

const schema = `title: Công dân
properties:
  ten: { $ref: '#/$defs/Ten' }
$defs:
  Ten: { type: string }
`
const specification = `REQ-DC-001: Theo Nghị định 278/2025/NĐ-CP.

`
const inputs = dataOf({
  directives: {
    day: '2026-01-01',
    directives: [
      {
        code: 'ND-278-2025',
        number: '278/2025/NĐ-CP',
        title: { vi: 'Nghị định về chia sẻ dữ liệu', en: 'Decree on sharing data' },
        provisions: [{ label: 'Điều 5', text: 'Nguồn tin cậy' }],
      },
    ],
  },
  inventory: {
    day: '2026-01-01',
    databases: [{ code: 'ho-tich', name: { vi: 'Sổ điện tử', en: null } }],
    organisations: [
      { code: 'LAO-CAI', name: { vi: 'Lào Cai', en: null }, kind: 'province', officialCode: '15' },
    ],
  },
  dictionary: {
    day: '2026-01-01',
    elements: [{ name: 'SoHoSo', title: 'Số hồ sơ', address: 'dan-cu/tu-dien.schema.yaml' }],
  },
})

describe('proposals of lienthong lsp', () => {
  let terminal: Terminal
  let editor: LspEditor
  let version = 1

  beforeAll(async () => {
    terminal = await Terminal.open()
    await terminal.write('lienthong.config.yaml', 'inputs: lienthong.inputs.json\n')
    await terminal.write('lienthong.inputs.json', JSON.stringify(inputs))
    await terminal.write('cong-dan.yaml', schema)
    await terminal.write('dac-ta.md', specification)
    await terminal.write('địa chỉ.json', '{ "$defs": { "Tinh": {} } }\n')
    editor = await LspEditor.start(terminal)
    await editor.open('cong-dan.yaml', schema)
    await editor.open('dac-ta.md', specification)
  })
  afterAll(async () => {
    editor.close()
    await terminal.close()
  })

  /** What is proposed behind words that are typed at the end of a line. */
  const proposed = async (
    name: string,
    text: string,
    line: string,
    typed: string,
    triggerKind: CompletionTriggerKind = CompletionTriggerKind.Invoked,
    by = editor,
  ) => {
    const offset = text.indexOf(line) + line.length
    const changed = `${text.slice(0, offset)}${typed}${text.slice(offset)}`
    await by.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: by.uriOf(name), version: ++version },
      contentChanges: [{ text: changed }],
    })
    const found = await by.connection.sendRequest(CompletionRequest.type, {
      ...by.at(name, changed, offset + typed.length),
      context: { triggerKind },
    })
    if (!found || Array.isArray(found)) throw new Error('no list')
    return found.items
  }
  const textsOf = (items: Awaited<ReturnType<typeof proposed>>) =>
    items.map(({ textEdit }) => textEdit?.newText)
  const inSpecification = async (typed: string, triggerKind?: CompletionTriggerKind) =>
    textsOf(await proposed('dac-ta.md', specification, 'NĐ-CP.\n', typed, triggerKind))

  it('[T26] proposes definitions behind $ref, the nearest first, while the text is not whole', async () => {
    expect(editor.capabilities.completionProvider?.triggerCharacters).toContain('#')
    const after = 'title: Công dân'
    expect(textsOf(await proposed('cong-dan.yaml', schema, after, '\nallOf: [ { $ref: '))).toEqual([
      "'#/$defs/Ten'",
      "'địa%20chỉ.json'",
      "'địa%20chỉ.json#/$defs/Tinh'",
    ])
    const [first] = await proposed('cong-dan.yaml', schema, after, "\n$ref: '#/")
    expect(first).toMatchObject({
      label: 'Ten',
      textEdit: {
        newText: '#/$defs/Ten',
        range: { start: { line: 1, character: 7 }, end: { line: 1, character: 9 } },
      },
    })
  })

  it('[T26] follows a proposed reference to another file', async () => {
    const [, , reference] = textsOf(
      await proposed('cong-dan.yaml', schema, 'title: Công dân', '\nallOf: [ { $ref: '),
    )
    await terminal.write('noi.yaml', `$ref: ${reference}\n`)
    const place = editor.at('noi.yaml', '', 0)
    const position = { line: 0, character: 10 }
    const [target] = (await editor.connection.sendRequest('textDocument/definition', {
      ...place,
      position,
    })) as { uri: string }[]
    expect(decodeURI(target?.uri ?? '')).toMatch(/địa chỉ\.json$/)
  })

  it('[E31] proposes the elements of the data dictionary where a field is named', async () => {
    const [element] = await proposed('cong-dan.yaml', schema, 'properties:', '\n  ho')
    expect(element).toMatchObject({
      label: 'soHoSo',
      detail: 'Số hồ sơ · dan-cu/tu-dien.schema.yaml',
      filterText: 'ho',
      textEdit: { newText: "soHoSo: { $ref: '../dan-cu/tu-dien.schema.yaml#/$defs/SoHoSo' }" },
    })
    const typed = CompletionTriggerKind.TriggerCharacter
    expect(textsOf(await proposed('cong-dan.yaml', schema, 'properties:', '\n  ho', typed))).toEqual([])
  })

  it('[T26] proposes the codes of the inputs file and requirement ids in prose, when asked also by the words of names', async () => {
    expect(await inSpecification('278/')).toEqual(['278/2025/NĐ-CP'])
    expect(await inSpecification('REQ-')).toEqual(['REQ-DC-001'])
    expect(await inSpecification('ho-t')).toEqual(['ho-tich'])
    expect(await inSpecification('dien')).toEqual(['ho-tich'])
    expect(await inSpecification('dien', CompletionTriggerKind.TriggerCharacter)).toEqual([])
    expect(await inSpecification('Lao')).toEqual(['LAO-CAI', '15'])
    expect(textsOf(await proposed('cong-dan.yaml', schema, 'title', '\nho-t'))).toEqual([])
  })

  it('[V45, V46] asks the plugins of the configuration', async () => {
    await editor.until(() => editor.told.has(editor.uriOf('cong-dan.yaml')))
    const [first] = await proposed('cong-dan.yaml', schema, 'Ten: { type: string }', '\n  So:\n    type: int')
    expect(first).toMatchObject({
      label: 'integer',
      detail: 'whole number',
      textEdit: { newText: 'integer' },
    })
    const hover = await editor.connection.sendRequest(
      HoverRequest.type,
      editor.at('cong-dan.yaml', schema, 2),
    )
    expect(hover?.contents).toMatchObject({ value: expect.stringMatching(/^\*\*title\*\*: a short name\n/) })
  })

  it('[T26] proposes the provisions of a directive that is named in the line, with words in the language of the person', async () => {
    const line = 'Theo Nghị định 278/2025/NĐ-CP'
    const items = await proposed('dac-ta.md', specification, line, ', Điều ')
    expect(items[0]).toMatchObject({ label: 'Điều 5', detail: '278/2025/NĐ-CP: Nguồn tin cậy' })
    const about = async (by: LspEditor) =>
      (await proposed('dac-ta.md', specification, 'NĐ-CP.\n', '278/', 1, by))[0]?.detail
    expect(await about(editor)).toBe('Decree on sharing data')
    const vietnamese = await LspEditor.start(terminal, {}, 'vi')
    await vietnamese.open('dac-ta.md', specification)
    expect(await about(vietnamese)).toBe('Nghị định về chia sẻ dữ liệu')
    vietnamese.close()
  })

  it('[T26] proposes parts of the files where the configuration cannot be used', async () => {
    await terminal.write('lienthong.config.yaml', 'khong: co\n')
    const broken = await LspEditor.start(terminal)
    await broken.open('dac-ta.md', specification)
    const items = await proposed('dac-ta.md', specification, 'NĐ-CP.\n', 'REQ-', 1, broken)
    expect(textsOf(items)).toEqual(['REQ-DC-001'])
    broken.close()
  })
})
