import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** What Yjs itself never writes for an editor: one struct of any kind, wherever and as long as one likes. */
export interface ForgedStruct {
  clientId: number
  clock?: number
  /** Yjs's numbers: GC 0, deleted 1, JSON 2, text 4, embed 5, Skip 10. */
  kind: 'gc' | 'deleted' | 'text' | 'embed' | 'skip'
  length?: number
  parent?: string
}

const numbers = { gc: 0, deleted: 1, text: 4, embed: 5, skip: 10 }

/** An update in Yjs's first encoding that holds these structs of one client. */
export const forged = (...structs: [ForgedStruct, ...ForgedStruct[]]): Uint8Array => {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, 1)
  encoding.writeVarUint(out, structs.length)
  encoding.writeVarUint(out, structs[0].clientId)
  encoding.writeVarUint(out, structs[0].clock ?? 0)
  for (const { kind, length = 1, parent = 'content' } of structs) {
    encoding.writeUint8(out, numbers[kind])
    if (kind !== 'gc' && kind !== 'skip') {
      encoding.writeVarUint(out, 1)
      encoding.writeVarString(out, parent)
    }
    if (kind === 'text') encoding.writeVarString(out, 'x'.repeat(length))
    else if (kind === 'embed') encoding.writeVarString(out, '{"image":"secret"}')
    else encoding.writeVarUint(out, length)
  }
  encoding.writeVarUint(out, 0)
  return encoding.toUint8Array(out)
}

/** Words as if another editor had written them next. */
export const inTheNameOf = (victim: Y.Doc, words: string): Uint8Array => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(victim))
  copy.clientID = victim.clientID
  const before = Y.encodeStateVector(copy)
  copy.getText('content').insert(0, words)
  return Y.encodeStateAsUpdate(copy, before)
}
