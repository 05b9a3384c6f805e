// How long Yjs takes to read a snapshot in a process that has just started, as a server's first document is read. Prints milliseconds.
import { readFileSync } from 'node:fs'
import * as Y from 'yjs'

const snapshot = new Uint8Array(readFileSync(process.argv[2]))
const doc = new Y.Doc()
const startedAt = performance.now()
Y.applyUpdate(doc, snapshot)
process.stdout.write(String(performance.now() - startedAt))
