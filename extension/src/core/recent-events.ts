/** Enough to see a broken evening; more would not be read. */
const most = 100

/** Something that happened: a code or a state, never anybody's words. */
export interface RecentEvent {
  at: string
  what: string
  documentId?: string
}

/** The newest events of this window, for the log and for whoever has to find out what went wrong (rule E18). */
export class RecentEvents {
  private events: RecentEvent[] = []

  constructor(private readonly log: (line: string) => void) {}

  get all(): readonly RecentEvent[] {
    return this.events
  }

  add(what: string, documentId?: string): void {
    const event = { at: new Date().toISOString(), what, ...(documentId !== undefined && { documentId }) }
    this.events = [...this.events, event].slice(-most)
    this.log(documentId === undefined ? what : `${what} (${documentId})`)
  }
}
