/** One editor in one document of some server: ours or a peer's. */
export interface Participant {
  /** Resolves when the server says that it is on disk; a server that never says so resolves at once. Rejects when it refuses. */
  send(update: Uint8Array): Promise<void>
  onUpdate(listener: (update: Uint8Array) => void): void
}

/** One person's connection; several documents share it where the server can do that. */
export interface Connection {
  /** A connection joins each document once. */
  join(clientId: number, document: number): Promise<Participant>
  close(): void
}

/** A server under load, in a process of its own. */
export interface Contender {
  name: string
  pid: number
  /** Whether an edit is acknowledged only when it is on disk. */
  isDurable: boolean
  connect(): Promise<Connection>
  stop(): Promise<void>
}
