import { textName } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import * as Y from 'yjs'
import { CompactionService } from '../../src/collaboration/compaction.service.ts'
import { DocumentRow } from '../../src/documents/document.entity.ts'
import { DocumentSnapshotRow } from '../../src/documents/document-snapshot.entity.ts'
import { DocumentUpdateRow } from '../../src/documents/document-update.entity.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

describe.each(databases)('compaction on %s', database => {
  let server: TestServer
  let an: TestPerson
  let binh: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    ;({ an, binh } = await stage(server))
  })

  it('[S8] leaves a snapshot while somebody types, keeps the rows, and changes nothing of the text', async () => {
    const { id } = await createDocument(server, an, { text: 'một' })
    const a = await (await Editor.connect(server, an)).join(id)
    const manager = server.app.get(EntityManager)
    for (let round = 0; round < 5; round++) {
      a.text.insert(a.text.length, 'dữ liệu '.repeat(10_000))
      await a.whenStored()
      a.text.delete(3, a.text.length - 3)
      await a.whenStored()
    }
    await until('the snapshot', () => manager.existsBy(DocumentSnapshotRow, { documentId: id }))
    a.text.insert(3, ' hai')
    await a.whenStored()
    const snapshot = await manager.findOneByOrFail(DocumentSnapshotRow, { documentId: id })
    const { headSeq, snapshotSeq } = await manager.findOneByOrFail(DocumentRow, { id })
    expect(snapshotSeq).toBe(snapshot.seq)
    expect(await manager.countBy(DocumentUpdateRow, { documentId: id })).toBe(headSeq)
    await server.restart()
    const b = await (await Editor.connect(server, binh)).join(id)
    expect(b.text.toString()).toBe('một hai')
  })

  it('[S8] lets one of several win who compact at once, and every snapshot holds what its number says', async () => {
    const { id } = await createDocument(server, an, { text: 'một' })
    const a = await (await Editor.connect(server, an)).join(id)
    a.text.insert(3, ' hai')
    await a.whenStored()
    const compaction = server.app.get(CompactionService)
    const taken = await Promise.all([1, 2, 3].map(() => compaction.compact(id)))
    expect(taken.filter(snapshot => snapshot !== null).map(snapshot => snapshot?.seq)).toContain(2)
    const { bytes } = await server.app
      .get(EntityManager)
      .findOneByOrFail(DocumentSnapshotRow, { documentId: id })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, bytes)
    expect(doc.getText(textName).toString()).toBe('một hai')
  })
})
