import { FindReferences, type FixEdit, RenameName } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import * as Y from 'yjs'
import type { Editor } from '../collaboration/editor.ts'
import { databases, startServer } from '../start-server.ts'
import { LinkedDocuments } from './linked-documents.ts'

describe.each(databases)('renaming on %s', database => {
  let linked: LinkedDocuments
  beforeAll(async () => {
    linked = await LinkedDocuments.on(await startServer({ database }))
  }, 60_000)

  /** What would be renamed, as `document: words → words` in the order of the text. */
  const renamed = async (path: string, words: string, to: string | undefined, who = linked.an) => {
    const { editor, place } = await linked.at(path, words, who)
    const answer = await editor.ask(RenameName, { ...place, to })
    const changes = await Promise.all(
      answer.documents.map(async ({ path, edits }) => {
        const opened = await linked.open(path, who)
        return `${path}: ${applied(opened, edits)}`
      }),
    )
    return {
      name: answer.name,
      words: linked.shown([{ path, span: answer.span }]),
      changes: changes.sort(),
    }
  }

  const applied = ({ doc, text }: Editor, edits: readonly FixEdit[]) => {
    const offset = (bytes: Uint8Array) => {
      const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes), doc)
      if (!found) throw new Error('a position that leads nowhere')
      return found.index
    }
    return edits
      .map(({ range, expected, text: to }) => {
        const [start, end] = [offset(range.start), offset(range.end)]
        if (text.toString().slice(start, end) !== expected) throw new Error('other words')
        const before = text.toString()
        return { start, line: `${before.slice(before.lastIndexOf('\n', start) + 1, start)}${to}` }
      })
      .sort((one, other) => one.start - other.start)
      .map(({ line }) => line.trim())
      .join(' | ')
  }

  it('[E25] renames a definition with every pointer to it and through it, in all documents', async () => {
    const vu = await linked.server.person({ name: 'Ngô Văn Vũ', roles: [['editor', 'VN']] })
    const changes = [
      "cong-dan.schema.yaml: $ref: '#/$defs/TenNguoi | TenNguoi",
      'dac-ta.md: REQ-DC-003: Dân cư là nguồn tin cậy duy nhất, xem [họ tên](cong-dan.schema.yaml#/$defs/TenNguoi',
      'khai-sinh.schema.json: "me": { "$ref": "../dan-cu/cong-dan.schema.yaml#/$defs/TenNguoi | "con": { "$ref": "../dan-cu/cong-dan.schema.yaml#/$defs/TenNguoi',
    ]
    expect(await renamed('cong-dan.schema.yaml', '  HoTen', 'TenNguoi', vu)).toEqual({
      name: 'HoTen',
      words: ['cong-dan.schema.yaml:7 HoTen'],
      changes,
    })
    expect(await renamed('dac-ta.md', 'cong-dan.schema.yaml#', 'TenNguoi', vu)).toMatchObject({
      words: ['dac-ta.md:2 HoTen'],
      changes,
    })
  })

  it('[E25] renames a requirement wherever its id stands', async () => {
    const vu = await linked.server.person({ name: 'Hồ Thị Xuân', roles: [['editor', 'VN']] })
    expect(await renamed('cong-dan.schema.yaml', 'REQ-DC-003', 'REQ-DC-030', vu)).toEqual({
      name: 'REQ-DC-003',
      words: ['cong-dan.schema.yaml:11 REQ-DC-003'],
      changes: [
        'cong-dan.schema.yaml: description: Theo REQ-DC-030',
        'dac-ta.md: REQ-DC-030 | Nêu lại REQ-DC-030',
        'kin.md: Kín: REQ-DC-030',
      ],
    })
  })

  it('[E25] changes nothing where a document that names it may not be edited, and says which', async () => {
    const refusal = (words: string, to: string, who = linked.an) =>
      renamed(words === 'REQ-DC-003' ? 'dac-ta.md' : 'cong-dan.schema.yaml', words, to, who).catch(
        ({ error }) => error,
      )
    // An may read neither the document of the other database nor the secret one.
    expect(await refusal('  HoTen', 'TenNguoi')).toEqual({
      code: 'RENAME_FORBIDDEN',
      params: { count: 1, documents: '…' },
    })
    const reader = await linked.server.person({
      name: 'Đinh Văn Yên',
      roles: [
        ['viewer', 'VN'],
        ['editor', 'BCA'],
      ],
    })
    expect(await refusal('  HoTen', 'TenNguoi', reader)).toEqual({
      code: 'RENAME_FORBIDDEN',
      params: { count: 1, documents: 'ho-tich/khai-sinh.schema.json' },
    })
    expect(await refusal('REQ-DC-003', 'REQ-DC-030')).toMatchObject({ code: 'RENAME_FORBIDDEN' })
  })

  it('[E25] refuses names that do not fit or exist, and what has no name of its own', async () => {
    const code = (path: string, words: string, to?: string) =>
      renamed(path, words, to).then(
        () => 'ok',
        ({ error }) => error.code,
      )
    expect(await code('cong-dan.schema.yaml', '  HoTen', 'hai từ')).toBe('RENAME_INVALID')
    expect(await code('cong-dan.schema.yaml', '  HoTen', 'true')).toBe('RENAME_INVALID')
    expect(await code('dac-ta.md', 'REQ-DC-003', 'yêu cầu')).toBe('RENAME_INVALID')
    expect(await code('cong-dan.schema.yaml', 'title')).toBe('RENAME_NOTHING')
    expect(await code('cong-dan.schema.yaml', 'hoTen')).toBe('RENAME_NOTHING')
    expect(await code('cong-dan.schema.yaml', '  HoTen')).toBe('ok')
    await linked.create('hai.md', 'markdown', 'REQ-DC-099: Một yêu cầu khác.\n')
    expect(await code('dac-ta.md', 'REQ-DC-003', 'REQ-DC-099')).toBe('RENAME_TAKEN')
  })

  it('[E25] changes nothing where a name stands in more than 1,000 places, of which [E22] the first are found', async () => {
    const text = `REQ-DC-500: Nêu nhiều lần.\n${'Theo REQ-DC-500.\n'.repeat(1_000)}`
    await linked.create('nhieu.md', 'markdown', text)
    await expect(renamed('nhieu.md', 'REQ-DC-500', 'REQ-DC-501')).rejects.toMatchObject({
      error: { code: 'RENAME_PLACES_TOO_MANY', params: { max: 1_000 } },
    })
    const { editor, place } = await linked.at('nhieu.md', 'REQ-DC-500')
    const { places } = await editor.ask(FindReferences, { ...place, withDefinition: true })
    expect(places.length).toBe(1_001)
  })

  it('[E25] changes nothing while a document that may name it cannot be read, and says which', async () => {
    const vu = await linked.server.person({ name: 'Mai Văn Sơn', roles: [['editor', 'VN']] })
    const refusal = (to: string, who = vu) =>
      renamed('cong-dan.schema.yaml', '  HoTen', to, who).then(
        ({ changes }) => changes.map(change => change.slice(0, change.indexOf(':'))),
        ({ error }) => error,
      )
    const write = async (path: string, words: string) => {
      const { id } = linked.one(path)
      const editor = await linked.open(path, vu)
      editor.text.delete(0, editor.text.length)
      editor.text.insert(0, words)
      await editor.whenStored()
      return id
    }
    const path = 'dang-viet.schema.yaml'
    await linked.create(path, 'json-schema-yaml', 'a: [\n')
    const all = ['cong-dan.schema.yaml', 'dac-ta.md', 'khai-sinh.schema.json']
    expect(await refusal('TenNguoi')).toEqual(all)
    await write(path, "a: 1\n$ref: 'cong-dan.schema.yaml#/$defs/HoTen\n")
    const named = { code: 'RENAME_UNREADABLE', params: { count: 1, documents: `dan-cu/${path}` } }
    expect(await refusal('TenNguoi')).toEqual(named)
    await write(path, "a: 1\n$ref: 'cong-dan.schema.yaml#/$defs/HoTen'\n")
    expect(await refusal('TenNguoi')).toEqual([...all, path].sort())

    await linked.create('mat.md', 'markdown', 'Mất.\n')
    const lost = linked.one('mat.md').id
    await linked.server.app
      .get(EntityManager)
      .query(`DELETE FROM document_updates WHERE document_id = '${lost}'`)
    expect(await refusal('TenNguoi')).toEqual({
      code: 'RENAME_UNREADABLE',
      params: { count: 1, documents: 'dan-cu/mat.md' },
    })
  })
})
