import {
  type Anchor,
  ListThreads,
  OpenThread,
  ReplyToThread,
  SetThreadState,
  type Thread,
  ThreadChanged,
} from '../comments.ts'
import type { DocumentId, ThreadId } from '../ids.ts'
import type { Link } from './link.ts'
import { Listeners, type Unsubscribe } from './listeners.ts'

/** The document's comment threads, kept current. Asks fail with the codes of the messages in `comments.ts`. */
export class Threads {
  private readonly byId = new Map<ThreadId, Thread>()
  private readonly toldMeanwhile = new Map<ThreadId, Thread>()
  private readonly listeners = new Listeners<void>()
  private readonly stop: Unsubscribe

  constructor(
    private readonly connection: Link,
    private readonly documentId: DocumentId,
  ) {
    this.stop = connection.onNotice(ThreadChanged, ({ thread }) => this.keep(thread))
  }

  get all(): readonly Thread[] {
    return [...this.byId.values()]
  }

  /** Calls the listener after `all` has changed. */
  onChange(listener: () => void): Unsubscribe {
    return this.listeners.add(listener)
  }

  /** Opens a thread with its first comment. Errors: those of {@link OpenThread}. */
  async open(anchor: Anchor, body: string): Promise<Thread> {
    const { documentId } = this
    return this.keep((await this.connection.ask(OpenThread, { documentId, anchor, body })).thread)
  }

  /** Adds a comment. Errors: those of {@link ReplyToThread}. */
  async reply(threadId: ThreadId, body: string): Promise<Thread> {
    return this.keep((await this.connection.ask(ReplyToThread, { threadId, body })).thread)
  }

  /** Resolves a thread or opens it again. Errors: those of {@link SetThreadState}. */
  async setState(threadId: ThreadId, state: Thread['state']): Promise<Thread> {
    return this.keep((await this.connection.ask(SetThreadState, { threadId, state })).thread)
  }

  /** Asks for the whole list, after each join: what changed in between was not told. What is told before the answer comes is newer than it. */
  async refresh(): Promise<void> {
    this.toldMeanwhile.clear()
    const { threads } = await this.connection.ask(ListThreads, { documentId: this.documentId })
    this.byId.clear()
    for (const thread of threads) this.byId.set(thread.id, thread)
    for (const thread of this.toldMeanwhile.values()) this.byId.set(thread.id, thread)
    this.listeners.tell()
  }

  /** Hears nothing any more; `all` stays as it is. */
  close(): void {
    this.stop()
  }

  private keep(thread: Thread): Thread {
    if (thread.documentId !== this.documentId) return thread
    this.byId.set(thread.id, thread)
    this.toldMeanwhile.set(thread.id, thread)
    this.listeners.tell()
    return thread
  }
}
