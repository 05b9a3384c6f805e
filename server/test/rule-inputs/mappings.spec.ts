import { RuleInputs } from '@lienthong/protocol'
import { createDatabase, createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { answered } from '../json.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { current, marked } from '../validation/findings.ts'

const local = 'create table cong_dan (so_cccd char(12) primary key, ho_ten varchar(200), ngay_sinh date);'
const central = (...required: string[]) =>
  `required: [${required.join()}]\nproperties:\n  so: { type: string, maxLength: 12 }\n  ten: { type: string, maxLength: 200 }\n`
const mapping = `mapping:
  source: dan-cu/cong-dan.sql
  target: dan-cu/cong-dan.yaml
  fields:
    - { from: cong_dan.so_cccd, to: so }
    - { from: cong_dan.ho_tne, to: ten }
`

describe.each(databases)('mappings on %s', database => {
  let server: TestServer
  let an: TestPerson
  let steward: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, steward } = await stage(server))
  }, 60_000)

  const found = (editor: Editor) =>
    current(editor)
      .filter(({ ruleId }) => ruleId.startsWith('mapping/'))
      .map(finding => `${finding.ruleId.slice('mapping/'.length)}: ${marked(editor, finding)}`)
      .sort()

  const publish = async (id: string, number: string) =>
    expect(
      (await server.fetch(`/documents/${id}/versions`, { token: steward.token, body: { number } })).status,
    ).toBe(201)

  it('[R28, V35] are held against what is published, as soon as it is', async () => {
    const sql = await createDocument(server, an, { path: 'cong-dan.sql', format: 'sql', text: local })
    const yaml = await createDocument(server, an, {
      path: 'cong-dan.yaml',
      format: 'json-schema-yaml',
      text: central('so'),
    })
    const { id } = await createDocument(server, an, { format: 'json-schema-yaml', text: mapping })
    const editor = await (await Editor.connect(server, an)).join(id)
    await until('the addresses', () => found(editor).length === 2)
    expect(found(editor)).toEqual(['known-schema: dan-cu/cong-dan.sql', 'known-schema: dan-cu/cong-dan.yaml'])
    await publish(sql.id, '1.0.0')
    await until('the field', () => found(editor)[0] === 'known-field: cong_dan.ho_tne')
    await publish(yaml.id, '1.0.0')
    await until('the target', () => found(editor).length === 1)
    const [finding] = current(editor).filter(({ ruleId }) => ruleId.startsWith('mapping/'))
    expect(finding?.fixes[0]?.edits[0]?.text).toBe('cong_dan.ho_ten')
    const target = await (await Editor.connect(server, an)).join(yaml.id)
    const offset = target.text.toString().indexOf('[so')
    target.text.insert(offset + 1, 'namSinh,')
    target.text.insert(target.text.length, '  namSinh: { type: integer }\n')
    await target.whenStored()
    await publish(yaml.id, '2.0.0')
    await until('the required field', () => found(editor).includes('required-fed: dan-cu/cong-dan.yaml'))
  })

  it('[R30, R31] say what is lost, and on what basis personal data goes to another owner', async () => {
    await createDatabase(server, steward, { code: 'ho-tich', owner: 'BTP' })
    const births = await server.fetch('/databases/ho-tich/documents', {
      token: steward.token,
      body: {
        ...{ path: 'khai-sinh.json', title: 'Khai sinh', format: 'json-schema-json' },
        text: '{"properties":{"ten":{"type":"string","maxLength":300,"x-personal-data":"basic"}}}',
      },
    })
    await publish((await births.json()).id, '1.0.0')
    const { id } = await createDocument(server, an, {
      format: 'json-schema-yaml',
      text: 'mapping:\n  source: ho-tich/khai-sinh.json\n  target: dan-cu/cong-dan.sql\n  purpose: Đối soát\n  fields:\n    - { value: A, to: cong_dan.so_cccd }\n    - { from: ten, to: cong_dan.ho_ten }\n',
    })
    const editor = await (await Editor.connect(server, an)).join(id)
    await until('both', () => found(editor).join() === 'personal-data-basis: mapping,values-fit: ten')
    editor.text.insert(0, 'x-legal-basis: ND-278-2025\n')
    editor.text.insert(editor.text.toString().indexOf(' }', editor.text.length - 4), ', loss: Tên quá dài')
    await until('neither', () => found(editor).length === 0)
  })

  it('[V35] tell names, types and codes of a schema, and give it only to who may read it', async () => {
    const other = await server.person({ name: 'Lê Thị Mai', roles: [['editor', 'BTP']] })
    const read = async (person: TestPerson) =>
      (await answered(await server.fetch('/rule-inputs', person), RuleInputs)).schemas
    const schemas = await read(an)
    expect(schemas?.schemas.map(({ address, version }) => [address, version])).toEqual([
      ['dan-cu/cong-dan.sql', '1.0.0'],
      ['dan-cu/cong-dan.yaml', '2.0.0'],
    ])
    expect(schemas?.schemas[0]?.entities[0]).toMatchObject({
      name: 'cong_dan',
      fields: [
        { name: 'so_cccd', type: 'text', minLength: 12, maxLength: 12, isRequired: true },
        { name: 'ho_ten', maxLength: 200, isRequired: false },
        { name: 'ngay_sinh', type: 'date' },
      ],
    })
    expect((await read(other))?.schemas.map(({ address }) => address)).toEqual(['ho-tich/khai-sinh.json'])
  })
})
