import { type DocumentId, textName, UpdateDocument } from '@lienthong/protocol'
import type { Socket } from 'socket.io-client'
import * as Y from 'yjs'
import type { RunningProduct } from '../product.ts'
import { connect, join, send } from '../sockets.ts'

/** A client that numbers its edits well and sends them badly. */
export class CarelessClient {
  readonly marks: string[] = []
  private readonly doc = new Y.Doc()
  private readonly updates: Uint8Array[] = []

  constructor(
    private readonly token: string,
    private readonly documentId: DocumentId,
  ) {
    this.doc.on('update', (update: Uint8Array) => this.updates.push(update))
  }

  /** Types so many marks, of which nothing is sent yet. */
  type(count: number): void {
    for (let typed = 0; typed < count; typed++) {
      const mark = `<999:${this.marks.length}>`
      this.marks.push(mark)
      this.doc.getText(textName).insert(0, mark)
    }
  }

  /** A connection that has joined the document. Rejects with the server's refusal. */
  async join(product: RunningProduct): Promise<Socket> {
    const socket = await connect(product, { token: this.token })
    const answer = await join(socket, this.documentId, this.doc.clientID)
    if ('error' in answer) throw new Error(answer.error.code)
    return socket
  }

  /** Sends these of the updates in this order, not waiting between; resolves with `ok` or the error's code for each. */
  sendInOrder(socket: Socket, order: readonly number[]): Promise<string[]> {
    return Promise.all(order.map(at => this.send(socket, this.updates[at] ?? new Uint8Array())))
  }

  /** Sends an update that ends in the middle. */
  sendHalf(socket: Socket): Promise<string> {
    const [update = new Uint8Array()] = this.updates
    return this.send(socket, update.slice(0, update.length / 2))
  }

  private async send(socket: Socket, update: Uint8Array): Promise<string> {
    const answer = await send(socket, UpdateDocument.name, { documentId: this.documentId, update })
    return 'error' in answer ? answer.error.code : 'ok'
  }
}
