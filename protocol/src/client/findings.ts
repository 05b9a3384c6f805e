import { type Finding, FindingsChanged } from '../findings.ts'
import type { DocumentId } from '../ids.ts'
import type { Link } from './link.ts'
import { Listeners, type Unsubscribe } from './listeners.ts'

/** The document's findings as the server last told them, put together from its differences per unit. */
export class Findings {
  private readonly units = new Map<string, Finding[]>()
  private readonly listeners = new Listeners<void>()
  private readonly stop: Unsubscribe
  private revision = -1
  private flat: readonly Finding[] = []

  constructor(connection: Link, documentId: DocumentId) {
    this.stop = connection.onNotice(FindingsChanged, changed => {
      if (changed.documentId !== documentId || changed.revision < this.revision) return
      this.revision = changed.revision
      if (changed.isComplete) this.units.clear()
      for (const { unit, findings } of changed.units) {
        if (findings.length > 0) this.units.set(unit, findings)
        else this.units.delete(unit)
      }
      this.flat = [...this.units.values()].flat()
      this.listeners.tell()
    })
  }

  get all(): readonly Finding[] {
    return this.flat
  }

  /** Calls the listener after `all` has changed. */
  onChange(listener: () => void): Unsubscribe {
    return this.listeners.add(listener)
  }

  /** Revisions begin anew when the server opens the room anew, so the last seen one says nothing after a join. */
  joining(): void {
    this.revision = -1
  }

  /** Stops listening to the server; `all` stays as it is. */
  close(): void {
    this.stop()
  }
}
