import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'

/** A person's recorded edits as Yjs updates, one for each. */
export interface EditingTrace {
  clientId: number
  updates: readonly Uint8Array[]
  /** How many characters were typed by the end of each edit: what a state vector says of whoever has it. */
  typed: readonly number[]
  text: string
}

interface Recorded {
  endContent: string
  txns: { patches: [at: number, deleted: number, inserted: string][] }[]
}

/** Where the recorded edits lie; they are published by others under CC BY 4.0 and not a part of this repository. */
export const traceFile = (): string | undefined => {
  const file = process.env.LIENTHONG_BENCH_TRACE
  return file && existsSync(file) ? file : undefined
}

/** Reads `automerge-paper.json.gz` of github.com/josephg/editing-traces: 259,778 edits of a LaTeX paper. */
export function readTrace(file: string): EditingTrace {
  const { endContent, txns }: Recorded = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))
  const doc = new Y.Doc()
  const text = doc.getText('content')
  const updates: Uint8Array[] = []
  const typed: number[] = []
  doc.on('update', (update: Uint8Array) => {
    updates.push(update)
    typed.push(Y.getState(doc.store, doc.clientID))
  })
  for (const [at, deleted, inserted] of txns.flatMap(({ patches }) => patches))
    doc.transact(() => {
      if (deleted > 0) text.delete(at, deleted)
      if (inserted) text.insert(at, inserted)
    })
  if (text.toString() !== endContent) throw new Error('the trace does not lead to its own text')
  return { clientId: doc.clientID, updates, typed, text: endContent }
}
