// How long Yjs takes to read a snapshot in a thread that has just started, as a server's first document is read.
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'

const doc = new Y.Doc()
const startedAt = performance.now()
Y.applyUpdate(doc, workerData)
parentPort.postMessage(performance.now() - startedAt)
