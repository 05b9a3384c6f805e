import { ProposeWords, RuleInputs } from '@lienthong/protocol'
import { createDatabase, createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { answered } from '../json.ts'
import { positionIn } from '../language/linked-documents.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { current, marked } from '../validation/findings.ts'

const dictionary = `x-data-dictionary: true
$defs:
  SoHoSo: { title: Số hồ sơ, type: string, pattern: '^H[0-9]+$', minLength: 12, maxLength: 12 }
  GioiTinh: { $ref: '#/$defs/Ma' }
  Ma: { type: string, enum: [nam, nu] }
`

describe.each(databases)('the common data dictionary on %s', database => {
  let server: TestServer
  let an: TestPerson
  let steward: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, steward } = await stage(server))
    await createDatabase(server, steward, { code: 'kho-tinh', owner: 'BTP', level: 'local' })
  }, 60_000)

  const publish = async (code: string, path: string, text: string) => {
    const { token } = steward
    const body = { path, title: 'Từ điển', format: 'json-schema-yaml', text }
    const document = await (await server.fetch(`/databases/${code}/documents`, { token, body })).json()
    const version = { token, body: { number: '1.0.0' } }
    expect((await server.fetch(`/documents/${document.id}/versions`, version)).status).toBe(201)
  }

  const opened = async (format: 'json-schema-yaml' | 'json-schema-json' | 'sql', text: string) => {
    const { id } = await createDocument(server, an, { format, text })
    return { id, editor: await (await Editor.connect(server, an)).join(id) }
  }

  const found = (editor: Editor) =>
    current(editor)
      .filter(({ ruleId }) => ruleId === 'architecture/dictionary-element')
      .map(finding => marked(editor, finding))
      .sort()

  it('[V44] is what national databases have published as such, at once, and nothing else', async () => {
    const { editor } = await opened(
      'json-schema-yaml',
      'properties:\n  soHoSo: { type: integer }\n  gioiTinh: { type: string, enum: [nam] }\n  khac: { type: integer }\n',
    )
    await publish('kho-tinh', 'tu-dien.schema.yaml', dictionary.replaceAll('Ho', 'Khac'))
    await publish('dan-cu', 'khong.schema.yaml', '$defs:\n  Khac: { type: string }\n')
    await publish('dan-cu', 'tu-dien.schema.yaml', dictionary)
    await until('both', () => found(editor).join() === 'gioiTinh,soHoSo')
    const { dictionary: known } = await answered(await server.fetch('/rule-inputs', an), RuleInputs)
    expect(known?.elements).toMatchObject([
      {
        name: 'SoHoSo',
        title: 'Số hồ sơ',
        type: 'text',
        maxLength: 12,
        address: 'dan-cu/tu-dien.schema.yaml',
      },
      { name: 'GioiTinh', title: null, values: ['nam', 'nu'], version: '1.0.0' },
      { name: 'Ma' },
    ])
  })

  it('[E31] proposes its elements where a field is named, as the format writes them', async () => {
    const proposed = async (format: Parameters<typeof opened>[0], typed: string, isAskedFor = false) => {
      const caret = typed.indexOf('|')
      const { id, editor } = await opened(format, typed.replace('|', ''))
      const at = positionIn(editor, caret)
      const { proposals } = await editor.ask(ProposeWords, { documentId: id, at, isAskedFor })
      return proposals.map(({ kind, text, about }) => [kind, text, about.vi])
    }
    const about = 'Số hồ sơ · dan-cu/tu-dien.schema.yaml'
    const reference = 'tu-dien.schema.yaml#/$defs/SoHoSo'
    expect(await proposed('json-schema-yaml', 'properties:\n  soH|\n')).toEqual([
      ['field', `soHoSo: { $ref: '${reference}' }`, about],
    ])
    expect(await proposed('json-schema-json', '{ "properties": { "soH|" } }')).toEqual([
      ['field', `"soHoSo": { "$ref": "${reference}" }`, about],
    ])
    expect(await proposed('json-schema-yaml', 'properties:\n  so|: {}\n')).toEqual([
      ['field', 'soHoSo', about],
    ])
    expect(await proposed('sql', 'create table a (\n  so|')).toEqual([['field', 'so_ho_so char(12)', about]])
    expect(await proposed('sql', 'create table a (\n  |')).toEqual([])
    expect((await proposed('sql', 'create table a (\n  hồ|', true)).length).toBe(1)
    expect((await proposed('sql', 'create table a (\n  |', true)).length).toBe(3)
  })
})
