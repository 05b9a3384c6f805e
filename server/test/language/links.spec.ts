import { ExplainPlace, FindDefinition, FindReferences, OutlineDocument } from '@lienthong/protocol'
import * as Y from 'yjs'
import { Editor } from '../collaboration/editor.ts'
import { databases, startServer } from '../start-server.ts'
import { LinkedDocuments } from './linked-documents.ts'

describe.each(databases)('links between documents on %s', database => {
  let linked: LinkedDocuments
  beforeAll(async () => {
    linked = await LinkedDocuments.on(await startServer({ database }))
  }, 60_000)

  const definition = async (path: string, words: string, who = linked.an) => {
    const { editor, place } = await linked.at(path, words, who)
    return linked.shown((await editor.ask(FindDefinition, place)).places)
  }

  const references = async (path: string, words: string, withDefinition = false, who = linked.an) => {
    const { editor, place } = await linked.at(path, words, who)
    return linked.shown((await editor.ask(FindReferences, { ...place, withDefinition })).places).sort()
  }

  const explained = async (path: string, words: string, ruleIds: string[] = []) => {
    const { editor, place } = await linked.at(path, words)
    return (await editor.ask(ExplainPlace, { ...place, ruleIds })).texts.map(({ vi }) => vi)
  }

  it('[E21] outlines what everybody in the document has written by now, not only what is on disk', async () => {
    const { editor, place } = await linked.at('cong-dan.schema.yaml', 'title')
    const { documentId } = place
    expect((await editor.ask(OutlineDocument, { documentId })).symbols).toMatchObject([
      { depth: 0, kind: 'property', name: 'hoTen', detail: '→ HoTen', nameSpan: [3, 2, 3, 7] },
      { depth: 0, kind: 'definition', name: 'HoTen', detail: 'string', nameSpan: [6, 2, 6, 7] },
    ])
    editor.text.insert(editor.text.length, '  Moi: {}\n')
    await editor.whenStored()
    const { symbols, folds } = await editor.ask(OutlineDocument, { documentId })
    expect(symbols.map(({ name }) => name)).toEqual(['hoTen', 'HoTen', 'Moi'])
    expect(folds).toContainEqual([6, 10])
    editor.text.delete(editor.text.length - 10, 10)
    await editor.whenStored()
  })

  it('[E21] asks for a joined document', async () => {
    const stranger = await Editor.connect(linked.server, linked.an)
    const { id } = linked.one('dac-ta.md')
    await expect(stranger.ask(OutlineDocument, { documentId: id })).rejects.toThrow('DOCUMENT_NOT_JOINED')
  })

  it('[E22] finds what a reference leads to, within a document and in another one', async () => {
    expect(await definition('cong-dan.schema.yaml', '#/$defs/HoTen')).toEqual([
      'cong-dan.schema.yaml:7 HoTen',
    ])
    expect(await definition('dac-ta.md', '#đặc-tả')).toEqual(['dac-ta.md:1 Đặc tả'])
    expect(await definition('dac-ta.md', 'cong-dan.schema.yaml#')).toEqual(['cong-dan.schema.yaml:7 HoTen'])
  })

  it('[E22] finds a requirement from a schema, and from where it is named again', async () => {
    const expected = ['dac-ta.md:2 REQ-DC-003']
    expect(await definition('cong-dan.schema.yaml', 'REQ-DC-003')).toEqual(expected)
    expect(await definition('dac-ta.md', 'lại REQ-DC-003')).toEqual(expected)
  })

  it('[E22] follows references between databases by relative address, by $id and by anchor, and pointers into nothing to the nearest part', async () => {
    const steward = await linked.server.person({ name: 'Vũ Đức Em', roles: [['editor', 'VN']] })
    for (const words of ['cong-dan.schema.yaml#/$defs/HoTen"', '#ten', '/khong'])
      expect(await definition('khai-sinh.schema.json', words, steward)).toEqual([
        'cong-dan.schema.yaml:7 HoTen',
      ])
  })

  it('[E22] finds everything that refers to a definition, whatever it is called there', async () => {
    const everywhere = [
      'cong-dan.schema.yaml:5 #/$defs/HoTen',
      'dac-ta.md:2 cong-dan.schema.yaml#/$defs/HoTen',
    ]
    expect(await references('cong-dan.schema.yaml', '  HoTen')).toEqual(everywhere)
    const reader = await linked.server.person({ name: 'Đỗ Thị Giang', roles: [['viewer', 'VN']] })
    expect(await references('cong-dan.schema.yaml', '  HoTen', true, reader)).toEqual(
      [
        ...everywhere,
        'cong-dan.schema.yaml:7 HoTen',
        'khai-sinh.schema.json:4 ../dan-cu/cong-dan.schema.yaml#/$defs/HoTen',
        'khai-sinh.schema.json:5 https://lienthong.example/dan-cu/cong-dan.schema.yaml#ten',
      ].sort(),
    )
  })

  it('[E22] tells nobody of documents that they may not read', async () => {
    const mentions = ['cong-dan.schema.yaml:11 REQ-DC-003', 'dac-ta.md:4 REQ-DC-003']
    expect(await references('dac-ta.md', 'REQ-DC-003')).toEqual(mentions)
    const chi = await linked.server.person({ name: 'Lê Thị Chi', roles: [['editor', 'BTP']] })
    expect(await definition('khai-sinh.schema.json', '#ten', chi)).toEqual([])
    const all = await linked.server.person({ name: 'Bùi Văn Hải', roles: [['viewer', 'VN']] })
    expect(await references('dac-ta.md', 'REQ-DC-003', false, all)).toEqual([
      ...mentions,
      'kin.md:1 REQ-DC-003',
    ])
  })

  it('[E22] finds every mention of a directive, by its number or its code', async () => {
    await linked.create(
      'trich-dan.md',
      'markdown',
      'Theo ND-278-2025.\nTheo 278/2025/NĐ-CP.\nTheo 279/2025/NĐ-CP.\n',
    )
    const mentions = [
      'cong-dan.schema.yaml:11 278/2025/NĐ-CP',
      'trich-dan.md:1 ND-278-2025',
      'trich-dan.md:2 278/2025/NĐ-CP',
    ]
    expect(await references('cong-dan.schema.yaml', '278/2025/NĐ-CP')).toEqual(mentions)
    expect(await references('trich-dan.md', 'ND-278-2025')).toEqual(mentions)
  })

  it('[E23] shows the definition behind a reference as it is written, comments included', async () => {
    const [text = ''] = await explained('dac-ta.md', 'cong-dan.schema.yaml#')
    expect(text).toContain('```yaml\nHoTen:\n  # Họ trước, tên sau\n  $anchor: ten\n')
    expect(text).toContain('`dan-cu/cong-dan.schema.yaml`')
    expect(await explained('cong-dan.schema.yaml', '  HoTen')).toEqual([])
  })

  it('[E23] shows a requirement’s words, and a directive with the provision that is named before it', async () => {
    const [requirement = ''] = await explained('cong-dan.schema.yaml', 'REQ-DC-003')
    expect(requirement).toContain('REQ-DC-003: Dân cư là nguồn tin cậy duy nhất')
    const [directive = ''] = await explained('cong-dan.schema.yaml', '278/2025/NĐ-CP')
    expect(directive).toContain('**Nghị định 278/2025/NĐ-CP** · còn hiệu lực')
    expect(directive).toContain('**Điều 5** Nguồn tin cậy duy nhất')
    expect(directive).not.toContain('Phạm vi')
    expect(directive).toContain('(/directives/ND-278-2025)')
  })

  it('[E23] explains a finding by its rule’s documentation', async () => {
    const texts = await explained('cong-dan.schema.yaml', 'title', [
      'lienthong/suppression-reason',
      'khong/co',
    ])
    const ofRules = texts.filter(text => text.startsWith('**Bỏ qua phải có lý do**\n\nBỏ qua một phát hiện'))
    expect(ofRules.length).toBe(1)
    // What plugins say of the place comes before.
    expect(texts.at(-1)).toBe(ofRules[0])
  })

  it('[E22] answers nothing for a place that the server does not have', async () => {
    const { editor, place } = await linked.at('dac-ta.md', 'Nêu')
    const elsewhere = new Y.Doc()
    elsewhere.getText('content').insert(0, 'khác')
    const unknown = Y.encodeRelativePosition(
      Y.createRelativePositionFromTypeIndex(elsewhere.getText('content'), 2),
    )
    for (const bytes of [unknown, new Uint8Array([255, 255])])
      expect(await editor.ask(FindDefinition, { ...place, at: bytes })).toEqual({ places: [] })
  })
})
