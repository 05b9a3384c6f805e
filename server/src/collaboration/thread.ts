import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

type Reply<Answer> =
  | readonly [id: number, answer: Answer]
  | readonly [id: number, answer: null, reason: string]

interface Asked<Answer> {
  answered: (answer: Answer) => void
  failed: (error: Error) => void
}

/** A worker thread that answers `[id, request]` with `[id, answer]` or `[id, null, reason]`. Started at the first request, and again after it has died. */
export class Thread<Request, Answer> {
  private readonly asked = new Map<number, Asked<Answer>>()
  private worker: Worker | null = null
  private lastId = 0

  constructor(
    private readonly program: URL,
    private readonly settings: object = {},
  ) {}

  /** Rejects when the program refuses, or when the thread ends before it has answered. */
  ask(request: Request): Promise<Answer> {
    const worker = this.running()
    return new Promise((answered, failed) => {
      const id = ++this.lastId
      this.asked.set(id, { answered, failed })
      worker.postMessage([id, request])
    })
  }

  /** Resolves when the thread has answered what it was asked, and ended. */
  async close(): Promise<void> {
    const { worker } = this
    if (!worker) return
    const exited = new Promise<void>(resolve => worker.once('exit', () => resolve()))
    worker.postMessage([0, 'close'])
    await exited
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(fileURLToPath(this.program), { workerData: this.settings })
    worker.on('message', (reply: Reply<Answer>) => this.replied(reply))
    worker.on('error', error => this.ended(worker, error))
    worker.on('exit', () => this.ended(worker, new Error('the thread ended')))
    this.worker = worker
    return worker
  }

  private replied([id, answer, reason]: Reply<Answer>): void {
    const asked = this.asked.get(id)
    this.asked.delete(id)
    if (answer === null) asked?.failed(new Error(reason))
    else asked?.answered(answer)
  }

  private ended(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = null
    for (const { failed } of this.asked.values()) failed(error)
    this.asked.clear()
  }
}
