import * as Y from 'yjs'
import { pause, until } from '../until.ts'
import type { Connection, Contender, Participant } from './contender.ts'
import { cpuMsOf, quantile, residentKbOf } from './resources.ts'

/** How many people type how fast where, and for how long: first unmeasured, while the server's code is still being compiled, then measured. */
export interface Load {
  documents: number
  editorsPerDocument: number
  /** Editors share them evenly; two in one document never share one. */
  connections: number
  editsPerSecondPerEditor: number
  warmUpSeconds: number
  seconds: number
}

/** What a contender did under a load. Times in milliseconds, CPU in microseconds of the server's process. */
export interface Figures {
  name: string
  missing: number
  cpuPerDeliveredEditUs: number
  busyPercent: number
  p50Ms: number
  p95Ms: number
  /** From sending an edit to hearing that it is on disk; null where nobody says so. */
  acknowledgedP95Ms: number | null
  /** What the server grew by, from before anybody joined until after the load. */
  residentKbPerDocument: number
}

/**
 * Everybody types in turn, at an even pace; every edit carries a number, so that each delivery to each other editor is seen and timed.
 * The generator decodes updates but holds no shared document: it must not be the bottleneck.
 */
export async function measureFanOut(contender: Contender, load: Load): Promise<Figures> {
  const residentBefore = await residentKbOf(contender.pid)
  const connections = await Promise.all(Array.from({ length: load.connections }, () => contender.connect()))
  const crowd = new Crowd()
  await crowd.join(connections, load)
  await crowd.type(load, load.warmUpSeconds)
  crowd.forget()
  const cpuBefore = await cpuMsOf(contender.pid)
  const startedAt = performance.now()
  const expected = await crowd.type(load, load.seconds)
  const wallMs = performance.now() - startedAt
  const cpuMs = (await cpuMsOf(contender.pid)) - cpuBefore
  const residentKb = (await residentKbOf(contender.pid)) - residentBefore
  for (const connection of connections) connection.close()
  const { delivered, acknowledged } = crowd
  return {
    name: contender.name,
    missing: expected - delivered.length,
    cpuPerDeliveredEditUs: (cpuMs * 1000) / Math.max(1, delivered.length),
    busyPercent: (100 * cpuMs) / wallMs,
    p50Ms: quantile(delivered, 0.5),
    p95Ms: quantile(delivered, 0.95),
    acknowledgedP95Ms: contender.isDurable ? quantile(acknowledged, 0.95) : null,
    residentKbPerDocument: residentKb / load.documents,
  }
}

interface Editor {
  participant: Participant
  type(edit: number): Uint8Array
}

/** All editors, what they sent when, and how long each delivery and acknowledgement took. */
class Crowd {
  delivered: number[] = []
  acknowledged: number[] = []
  private readonly editors: Editor[] = []
  private readonly sentAt: number[] = []

  async join(connections: readonly Connection[], { documents, editorsPerDocument }: Load): Promise<void> {
    for (let index = 0; index < documents * editorsPerDocument; index++) {
      const connection = connections[index % connections.length]
      if (!connection) throw new Error('there is no connection')
      const clientId = 1000 + index
      const participant = await connection.join(clientId, Math.floor(index / editorsPerDocument))
      participant.onUpdate(update => this.arrived(index, update))
      this.editors.push({ participant, type: typist(clientId) })
    }
  }

  /** Resolves with how many deliveries there had to be, when there were, or after a while. */
  async type({ editorsPerDocument, editsPerSecondPerEditor }: Load, seconds: number): Promise<number> {
    const { editors, sentAt } = this
    const from = sentAt.length
    const edits = editors.length * editsPerSecondPerEditor * seconds
    const gapMs = 1000 / (editors.length * editsPerSecondPerEditor)
    const startedAt = performance.now()
    const before = this.delivered.length
    for (let edit = from; edit < from + edits; edit++) {
      const due = startedAt + (edit - from) * gapMs
      if (due > performance.now() + 1) await pause(due - performance.now())
      this.send(edit)
    }
    const expected = edits * (editorsPerDocument - 1)
    const isThere = () => this.delivered.length - before >= expected
    await until('all deliveries', isThere, { withinMs: 20_000 }).catch(() => undefined)
    return expected
  }

  forget(): void {
    this.delivered = []
    this.acknowledged = []
  }

  private send(edit: number): void {
    const editor = this.editors[edit % this.editors.length]
    const now = performance.now()
    this.sentAt[edit] = now
    void editor?.participant.send(editor.type(edit)).then(() => {
      this.acknowledged.push(performance.now() - now)
    })
  }

  private arrived(index: number, update: Uint8Array): void {
    const now = performance.now()
    for (const edit of editsIn(update)) {
      // Some servers send people their own edits back: that is no delivery.
      if (edit % this.editors.length !== index) this.delivered.push(now - (this.sentAt[edit] ?? now))
    }
  }
}

/** An editor who types numbered marks at the end of their own words. */
function typist(clientId: number): (edit: number) => Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const text = doc.getText('content')
  let update: Uint8Array = new Uint8Array()
  doc.on('update', (bytes: Uint8Array) => {
    update = bytes
  })
  return edit => {
    text.insert(text.length, `<${edit}>`)
    return update
  }
}

function editsIn(update: Uint8Array): number[] {
  const words = Y.decodeUpdate(update).structs.map(struct =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
  )
  return [...words.join('').matchAll(/<(\d+)>/g)].map(mark => Number(mark[1]))
}
