import { dataOf } from '@lienthong/plugin-engine/testing'
import { CompletionRequest, DidChangeTextDocumentNotification } from 'vscode-languageserver/node'
import { LspEditor } from './lsp-editor.ts'
import { Terminal } from './terminal.ts'

const text = 'REQ-01: Theo Nghị định 278/2025/NĐ-CP.\n\n'
const inputsWith = (...numbers: string[]) =>
  JSON.stringify(
    dataOf({
      directives: {
        day: '2026-01-01',
        directives: numbers.map(number => ({ code: `ND-${number.slice(0, 3)}`, number })),
      },
    }),
  )

describe('inputs of lienthong lsp', () => {
  let terminal: Terminal
  let editor: LspEditor
  let version = 1

  beforeAll(async () => {
    terminal = await Terminal.open()
    await terminal.write('lienthong.config.yaml', 'plugins: [directives]\ninputs: lienthong.inputs.json\n')
    await terminal.write('lienthong.inputs.json', inputsWith('194/2025/NĐ-CP'))
    editor = await LspEditor.start(terminal)
    await editor.open('dac-ta.md', text)
  })
  afterAll(async () => {
    editor.close()
    await terminal.close()
  })

  const unknown = () =>
    editor.told.get(editor.uriOf('dac-ta.md'))?.some(({ code }) => code === 'directives/known-number')
  const type = (words: string) =>
    editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: editor.uriOf('dac-ta.md'), version: ++version },
      contentChanges: [{ text: text + words }],
    })
  const proposed = async (words: string) => {
    await type(words)
    const at = editor.at('dac-ta.md', text + words, text.length + words.length)
    const found = await editor.connection.sendRequest(CompletionRequest.type, at)
    return found && !Array.isArray(found) ? found.items.map(({ label }) => label) : []
  }

  it('[T33] are read anew for the next check and completion when their file has changed', async () => {
    await editor.until(() => unknown() === true)
    expect(await proposed('278/')).toEqual([])
    await terminal.write('lienthong.inputs.json', inputsWith('278/2025/NĐ-CP', '194/2025/NĐ-CP'))
    expect(await proposed('278/')).toEqual(['278/2025/NĐ-CP'])
    await editor.until(() => unknown() === false)
    await terminal.write('lienthong.inputs.json', inputsWith('194/2025/NĐ-CP'))
    await type('x')
    await editor.until(() => unknown() === true)
  })

  it('[T33] are said to be unreadable until they are not', async () => {
    await terminal.write('lienthong.inputs.json', '{ "directives": 5 }')
    await type('y')
    await editor.until(() => editor.messages.some(message => message.startsWith('INPUTS_INVALID: ')))
    expect(await proposed('194/')).toEqual(['194/2025/NĐ-CP'])
    await terminal.write('lienthong.inputs.json', inputsWith('278/2025/NĐ-CP'))
    await type('z')
    await editor.until(() => unknown() === false)
  })
})
