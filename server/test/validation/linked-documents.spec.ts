import type { CreateDocument } from '@lienthong/protocol'
import { createDatabase, createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { allHeard, current, marked } from './findings.ts'

const format = 'json-schema-yaml'
const refTo = (...refs: string[]) =>
  `properties:\n${refs.map((ref, at) => `  a${at}: { $ref: '${ref}' }\n`).join('')}`

describe.each(databases)('references between documents on %s', database => {
  let server: TestServer
  let an: TestPerson
  let binh: TestPerson
  let steward: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, binh, steward } = await stage(server))
    await createDatabase(server, steward, { code: 'ho-tich', owner: 'BTP' })
    await createDatabase(server, steward, { code: 'can-cuoc', owner: 'BCA' })
  }, 60_000)

  const opened = async (text: string, person = an) => {
    const { id } = await createDocument(server, person, { format, text })
    return (await Editor.connect(server, person)).join(id)
  }

  const createIn = async (code: string, body: Partial<CreateDocument>) => {
    const response = await server.fetch(`/databases/${code}/documents`, {
      token: steward.token,
      body: { title: 'Danh mục', format, ...body },
    })
    expect(response.status).toBe(201)
    return (await response.json()).id as string
  }

  const found = (editor: Editor) =>
    current(editor)
      .filter(({ ruleId }) => ruleId === 'schema-core/ref-resolves')
      .map(finding => `${finding.message.en} ${marked(editor, finding)}`)

  it('[V43] are held against the other document as it is now: made, written in, and closed', async () => {
    const ref = 'danh-muc.yaml#/$defs/Ma'
    const editor = await opened(refTo(ref))
    await until('no document', () => found(editor).join() === `There is no document "danh-muc.yaml" '${ref}'`)
    const other = await createDocument(server, binh, {
      path: 'danh-muc.yaml',
      format,
      text: 'type: object\n',
    })
    const absent = `There is no "#/$defs/Ma" in the document "danh-muc.yaml" '${ref}'`
    await until('no such part', () => found(editor).join() === absent)
    const author = await (await Editor.connect(server, binh)).join(other.id)
    author.text.insert(0, '$defs:\n  Ma: { type: string }\n')
    await until('nothing', () => found(editor).length === 0)
    author.text.delete(0, author.text.toString().indexOf('type: object'))
    await until('no such part again', () => found(editor).join() === absent)
    author.text.insert(0, '$defs:\n  Ma: {}\n')
    await author.whenStored()
    await author.leave(other.id)
    await until('nothing again', () => found(editor).length === 0)
    const third = await opened(refTo(ref, 'danh-muc.yaml#/$defs/Khac'))
    await until('the other', () => found(third).length === 1)
    expect(found(third)[0]).toContain('#/$defs/Khac')
  })

  it('[V43] lead into another database of the same owner, and to a document by its $id', async () => {
    await createIn('can-cuoc', { path: 'the.yaml', text: '$defs:\n  So: {}\n' })
    const named = await createDocument(server, an, {
      path: 'id.yaml',
      format,
      text: '$id: https://vidu.vn/x\n$anchor: nhan\n',
    })
    const refs = [
      '../can-cuoc/the.yaml#/$defs/So',
      '../can-cuoc/the.yaml#/$defs/Khong',
      '../can-cuoc/khong.yaml',
    ]
    const editor = await opened(
      refTo(...refs, 'https://vidu.vn/x#nhan', 'https://vidu.vn/x#khong', 'https://vidu.vn/y'),
    )
    await until('three', () => found(editor).length === 3)
    await allHeard(editor)
    expect(
      found(editor)
        .map(words => words.slice(words.indexOf("'")))
        .sort(),
    ).toEqual([
      "'../can-cuoc/khong.yaml'",
      "'../can-cuoc/the.yaml#/$defs/Khong'",
      "'https://vidu.vn/x#khong'",
    ])
    const author = await (await Editor.connect(server, binh)).join(named.id)
    author.text.insert(author.text.length, '$defs:\n  A: { $anchor: khong }\n')
    await until('two', () => found(editor).length === 2)
  })

  it('[V42] see of another owner what is published, and nothing else', async () => {
    const text = '$defs:\n  Ten: { type: string, description: Kín }\n'
    const id = await createIn('ho-tich', { path: 'khai-sinh.yaml', text })
    await createIn('ho-tich', { path: 'nhap.yaml', text })
    const refs = [
      '../ho-tich/khai-sinh.yaml#/$defs/Ten',
      '../ho-tich/khai-sinh.yaml#/$defs/Khong',
      '../ho-tich/nhap.yaml#/$defs/Khong',
      '../ho-tich/khong.yaml',
      '../khong/khong.yaml',
    ]
    const editor = await opened(refTo(...refs, '#/$defs/Khong'))
    await until('its own', () => found(editor).length === 1)
    await allHeard(editor)
    expect(found(editor)).toEqual([expect.stringContaining("'#/$defs/Khong'")])
    const published = await server.fetch(`/documents/${id}/versions`, {
      token: steward.token,
      body: { number: '1.0.0' },
    })
    expect(published.status).toBe(201)
    await until('the published', () => found(editor).length === 2)
    expect(found(editor).join()).toContain('../ho-tich/khai-sinh.yaml#/$defs/Khong')
  })

  it('[V42] see nothing of a database any more when it goes to another owner', async () => {
    await createDatabase(server, steward, { code: 'chuyen', owner: 'BCA' })
    await createIn('chuyen', { path: 'nhap.yaml', text: '$defs: {}\n' })
    const editor = await opened(refTo('../chuyen/nhap.yaml#/$defs/Khong'))
    await until('what is not there', () => found(editor).length === 1)
    const { token } = steward
    const record = await server.fetch('/databases/chuyen', { token })
    const { ownerId: _, ...rest } = await record.json()
    const given = await server.fetch('/databases/chuyen', {
      token,
      method: 'PATCH',
      headers: { 'if-match': record.headers.get('etag') ?? '' },
      body: { ownerId: await server.organisation('BTP') },
    })
    expect([given.status, rest.code]).toEqual([200, 'chuyen'])
    await until('nothing', () => found(editor).length === 0)
  })
})
