// Compaction's own thread: a large document takes Yjs longer than people who type may wait.
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'

const compacted = updates => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('the stored updates have a gap')
  return Y.encodeStateAsUpdate(doc)
}

parentPort.on('message', ([id, updates]) => {
  if (updates === 'close') {
    parentPort.close()
    return
  }
  try {
    parentPort.postMessage([id, compacted(updates)])
  } catch (error) {
    parentPort.postMessage([id, null, error instanceof Error ? error.message : String(error)])
  }
})
