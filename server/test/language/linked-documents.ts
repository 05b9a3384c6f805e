import type { DocumentFormat, DocumentPlace, DocumentSummary } from '@lienthong/protocol'
import * as Y from 'yjs'
import { createDatabase, createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import type { TestPerson, TestServer } from '../start-server.ts'

const person = `$id: https://lienthong.example/dan-cu/cong-dan.schema.yaml
title: Công dân
properties:
  hoTen:
    $ref: '#/$defs/HoTen'
$defs:
  HoTen:
    # Họ trước, tên sau
    $anchor: ten
    type: string
    description: Theo REQ-DC-003 và Điều 5 Nghị định 278/2025/NĐ-CP.
`

const birth = `{
  "$id": "https://lienthong.example/ho-tich/khai-sinh.schema.json",
  "properties": {
    "me": { "$ref": "../dan-cu/cong-dan.schema.yaml#/$defs/HoTen" },
    "cha": { "$ref": "https://lienthong.example/dan-cu/cong-dan.schema.yaml#ten" },
    "con": { "$ref": "../dan-cu/cong-dan.schema.yaml#/$defs/HoTen/properties/khong" }
  }
}
`

const specification = `# Đặc tả
REQ-DC-003: Dân cư là nguồn tin cậy duy nhất, xem [họ tên](cong-dan.schema.yaml#/$defs/HoTen).

Nêu lại REQ-DC-003; xem [đặc tả](#đặc-tả).
`

const secret = 'Kín: REQ-DC-003\n'

type Known = DocumentSummary & { text: string }

/** Documents of three databases that refer to each other, and a directive; An is an editor of the first database's owner. */
export class LinkedDocuments {
  private readonly documents = new Map<string, Known>()

  private constructor(
    readonly server: TestServer,
    readonly an: TestPerson,
    private readonly steward: TestPerson,
  ) {}

  static async on(server: TestServer): Promise<LinkedDocuments> {
    const { an, steward } = await stage(server)
    const linked = new LinkedDocuments(server, an, steward)
    await createDatabase(server, steward, { code: 'ho-tich', owner: 'BTP', name: 'Sổ điện tử' })
    await createDatabase(server, steward, { code: 'kin', owner: 'BQP' })
    await linked.create('cong-dan.schema.yaml', 'json-schema-yaml', person)
    await linked.create('dac-ta.md', 'markdown', specification)
    await linked.createIn('ho-tich', 'khai-sinh.schema.json', 'json-schema-json', birth)
    await linked.createIn('kin', 'kin.md', 'markdown', secret)
    await linked.addDirective()
    await linked.addProvince()
    return linked
  }

  /** A document of the first database. */
  async create(path: string, format: DocumentFormat, text: string): Promise<void> {
    this.documents.set(path, {
      ...(await createDocument(this.server, this.an, { path, format, text })),
      text,
    })
  }

  one(path: string): Known {
    const found = this.documents.get(path)
    if (!found) throw new Error(`no ${path}`)
    return found
  }

  async open(path: string, who = this.an): Promise<Editor> {
    return (await Editor.connect(this.server, who)).join(this.one(path).id)
  }

  /** The document opened by somebody, and the place in the middle of the words. */
  async at(path: string, words: string, who = this.an) {
    const { id, text } = this.one(path)
    const editor = await this.open(path, who)
    const offset = text.indexOf(words) + Math.floor(words.length / 2)
    return { editor, place: { documentId: id, at: positionIn(editor, offset) } }
  }

  /** Places as `path:line words`. */
  shown(places: readonly Pick<DocumentPlace, 'path' | 'span'>[]): string[] {
    return places.map(({ path, span: [line, start, last, end] }) => {
      const lines = this.one(path).text.split('\n')
      return `${path}:${line + 1} ${line === last ? lines[line]?.slice(start, end) : lines[line]}`
    })
  }

  private async createIn(database: string, path: string, format: DocumentFormat, text: string) {
    const created = await this.post(`/databases/${database}/documents`, { path, title: path, format, text })
    this.documents.set(path, { ...(await created.json()), text })
  }

  private async addDirective(): Promise<void> {
    await this.post('/directives', {
      code: 'ND-278-2025',
      number: '278/2025/NĐ-CP',
      type: 'Nghị định',
      title: { vi: 'Nghị định về kết nối, chia sẻ dữ liệu', en: null },
      issuer: { vi: 'Chính phủ', en: 'Government' },
      issuedOn: '2025-10-22',
      status: 'in-force',
    })
    const provisions = { 'Điều 5': 'Nguồn tin cậy duy nhất', 'Điều 1': 'Phạm vi' }
    for (const [index, [label, text]] of Object.entries(provisions).entries())
      await this.post('/directives/ND-278-2025/provisions', { label, text }, { 'if-match': `"${index + 1}"` })
  }

  private async addProvince(): Promise<void> {
    const administrator = await this.server.person({ roles: [['administrator', 'VN']] })
    const { id } = await (await this.server.fetch('/organisations/VN', administrator)).json()
    const province = {
      code: 'LAO-CAI',
      name: { vi: 'Lào Cai', en: null },
      kind: 'province',
      officialCode: '15',
    }
    await this.post('/organisations', { ...province, parentId: id }, {}, administrator)
  }

  private async post(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
    { token } = this.steward,
  ): Promise<Response> {
    const response = await this.server.fetch(path, { token, body, headers })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return response
  }
}

/** An offset of what somebody has open, as it travels. */
export const positionIn = ({ text }: Editor, offset: number): Uint8Array =>
  Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, offset))
