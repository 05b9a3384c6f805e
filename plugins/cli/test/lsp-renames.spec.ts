import { PrepareRenameRequest, RenameRequest } from 'vscode-languageserver/node'
import { LspEditor } from './lsp-editor.ts'
import { Terminal } from './terminal.ts'

const person = `$defs:
  Ten:
    description: Theo REQ-DC-001
    type: string
  Ma: { type: string }
properties:
  ten: { $ref: '#/$defs/Ten' }
`
const other = `{ "properties": { "me": { "$ref": "cong-dan.yaml#/$defs/Ten" } } }
`
const specification = `# Đặc tả
REQ-DC-001: Có [tên](cong-dan.yaml#/$defs/Ten).

Nêu lại REQ-DC-001.
`

describe('renaming with lienthong lsp', () => {
  let terminal: Terminal
  let editor: LspEditor

  beforeAll(async () => {
    terminal = await Terminal.open()
    await terminal.write('cong-dan.yaml', person)
    await terminal.write('me.json', other)
    await terminal.write('dac-ta.md', specification)
    editor = await LspEditor.start(terminal, {
      textDocument: { rename: { prepareSupport: true } },
      workspace: { workspaceEdit: { documentChanges: true } },
    })
    await editor.open('cong-dan.yaml', `# Người khác đang viết\n${person}`)
  })
  afterAll(async () => {
    editor.close()
    await terminal.close()
  })

  const texts: Record<string, string> = {
    'cong-dan.yaml': `# Người khác đang viết\n${person}`,
    'me.json': other,
    'dac-ta.md': specification,
  }
  const at = (name: string, words: string) => {
    const text = texts[name] ?? ''
    return editor.at(name, text, text.indexOf(words) + Math.floor(words.length / 2))
  }
  const rename = (name: string, words: string, newName: string, by = editor) =>
    by.connection.sendRequest(RenameRequest.type, { ...at(name, words), newName })
  /** What a rename makes of the lines it changes, and the version that it counts on. */
  const renamed = async (name: string, words: string, newName: string) => {
    const { documentChanges = [] } = (await rename(name, words, newName)) ?? {}
    return documentChanges
      .map(change => {
        if (!('edits' in change)) throw new Error('no edit of a text')
        const { uri, version } = change.textDocument
        const path = uri.slice(uri.lastIndexOf('/') + 1)
        const lines = (texts[path] ?? '').split('\n')
        const shown = change.edits.map(edit => {
          if (!('newText' in edit)) throw new Error('no edit of words')
          const { start, end } = edit.range
          const line = lines[start.line] ?? ''
          return `${line.slice(0, start.character)}${edit.newText}${line.slice(end.character)}`.trim()
        })
        return `${path} ${version}: ${shown.sort().join(' | ')}`
      })
      .sort()
  }
  const refusal = (name: string, words: string, newName: string, by = editor) =>
    rename(name, words, newName, by).then(
      () => 'done',
      ({ message }: Error) => message,
    )

  it('[T26] says what would be renamed', async () => {
    expect(editor.capabilities.renameProvider).toEqual({ prepareProvider: true })
    const prepare = (name: string, words: string) =>
      editor.connection.sendRequest(PrepareRenameRequest.type, at(name, words))
    expect(await prepare('me.json', 'cong-dan.yaml#')).toEqual({
      range: { start: { line: 0, character: 56 }, end: { line: 0, character: 59 } },
      placeholder: 'Ten',
    })
    await expect(prepare('cong-dan.yaml', 'properties')).rejects.toThrow(/^RENAME_NOTHING: /)
  })

  it('[T26] renames a definition with every pointer to it in all files, open ones as the editor has them', async () => {
    const changes = [
      "cong-dan.yaml 1: HoTen: | ten: { $ref: '#/$defs/HoTen' }",
      'dac-ta.md null: REQ-DC-001: Có [tên](cong-dan.yaml#/$defs/HoTen).',
      'me.json null: { "properties": { "me": { "$ref": "cong-dan.yaml#/$defs/HoTen" } } }',
    ]
    expect(await renamed('cong-dan.yaml', '  Ten:', 'HoTen')).toEqual(changes)
    expect(await renamed('me.json', 'cong-dan.yaml#', 'HoTen')).toEqual(changes)
  })

  it('[T26] renames a requirement wherever its id stands', async () => {
    expect(await renamed('cong-dan.yaml', 'REQ-DC-001', 'REQ-DC-010')).toEqual([
      'cong-dan.yaml 1: description: Theo REQ-DC-010',
      'dac-ta.md null: Nêu lại REQ-DC-010. | REQ-DC-010: Có [tên](cong-dan.yaml#/$defs/Ten).',
    ])
  })

  it('[T26] refuses names that do not fit or exist, in the language of the person', async () => {
    expect(await refusal('cong-dan.yaml', '  Ten:', 'hai từ')).toBe(
      'RENAME_INVALID: hai từ cannot be a name here.',
    )
    expect(await refusal('cong-dan.yaml', '  Ten:', 'Ma')).toBe('RENAME_TAKEN: There is a Ma already.')
    const vietnamese = await LspEditor.start(terminal, {}, 'vi-VN')
    expect(vietnamese.capabilities.renameProvider).toBe(true)
    expect(await refusal('me.json', 'cong-dan.yaml#', 'Ma', vietnamese)).toBe('RENAME_TAKEN: Đã có Ma.')
    const { changes = {} } = (await rename('me.json', 'cong-dan.yaml#', 'HoTen', vietnamese)) ?? {}
    expect(Object.keys(changes).length).toBe(3)
    vietnamese.close()
  })

  it('[T26] changes nothing while a file that may have the name cannot be read, and says which', async () => {
    const refused = (file: string) =>
      `RENAME_UNREADABLE: Nothing was changed: the name may also stand in what cannot be read at the moment. Documents concerned: 1 (${file}).`
    const outcome = async (file: string, text: string) => {
      await terminal.write(file, text)
      const found = await refusal('me.json', 'cong-dan.yaml#', 'HoTen')
      await terminal.write(file, '')
      return found
    }
    const broken = "a: 1\n$ref: 'cong-dan.yaml#/$defs/Ten\n"
    expect(await outcome('hong.yaml', broken)).toBe(refused('hong.yaml'))
    expect(await outcome('hong.yaml', broken.replace('Ten', 'Ma'))).toBe('done')
    const large = 'x'.repeat(2 * 1024 * 1024)
    expect(await outcome('lon.md', `${large} [tên](cong-dan.yaml#/$defs/Ten)`)).toBe(refused('lon.md'))
    expect(await outcome('lon.md', large)).toBe('done')
  })

  it('[T26] changes nothing where the name stands in more than 1,000 places', async () => {
    await terminal.write('nhieu.md', 'Theo REQ-DC-001.\n'.repeat(1_000))
    expect(await refusal('dac-ta.md', 'REQ-DC-001', 'REQ-DC-010')).toMatch(/^RENAME_PLACES_TOO_MANY: .*1000/)
  })
})
