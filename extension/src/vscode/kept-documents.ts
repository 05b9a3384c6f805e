import type { DocumentSummary } from '@lienthong/protocol'
import { type LastState, unsentText } from '@lienthong/protocol/client'
import type { KeptDocument } from '../core/document-folder.ts'
import { type Account, identityOf } from './account.ts'
import type { Accounts } from './accounts.ts'
import type { Address } from './address.ts'
import type { Storage } from './storage-folders.ts'

/** Where the last state of one document goes. */
export interface Keeping {
  keep(state: LastState): Promise<void>
  remove(): Promise<void>
}

/** The documents that whoever is signed in has had open: they open without a server too (rule E30). */
export class KeptDocuments {
  private lastChange: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly accounts: Pick<Accounts, 'current' | 'onDidSignOutElsewhere'>,
    readonly storage: Storage,
  ) {
    // The window that signed out has removed what there was by then; this one may have written since.
    accounts.onDidSignOutElsewhere(account => void this.clear(account).catch(() => undefined))
  }

  /** As it was last kept; undefined when it is not here or the storage fails. */
  async find(address: Address): Promise<KeptDocument | undefined> {
    const account = this.accounts.current
    if (!account || address.kind !== 'document') return undefined
    const { databaseCode, path } = address
    return this.storage
      .documents(account)
      .find(databaseCode, path)
      .catch(() => undefined)
  }

  /** The server knows no such document for this person any more: removes it, and resolves with what was written in it and never sent. */
  async part(address: Address): Promise<{ title: string; text: string } | undefined> {
    const account = this.accounts.current
    const kept = await this.find(address)
    if (!account || !kept) return undefined
    const { id, title } = kept.summary
    const text = await unsentText(kept.state, this.storage.unsent(account, id))
    await this.change(() => this.storage.documents(account).remove(id))
    return text === undefined ? undefined : { title, text }
  }

  /** Removes all that is kept for an account that was signed out. Errors: the storage's. */
  clear(account: Account): Promise<void> {
    return this.change(() => this.storage.documents(account).clear())
  }

  /** Keeping one document for whoever is signed in now. Errors: the storage's. */
  keepingOf(summary: DocumentSummary): Keeping | undefined {
    const account = this.accounts.current
    if (!account) return undefined
    const folder = this.storage.documents(account)
    return {
      keep: state =>
        this.change(async () => {
          if (this.isCurrent(account)) await folder.keep({ summary, state })
        }),
      remove: () => this.change(() => folder.remove(summary.id)),
    }
  }

  /** Whoever has signed out leaves nothing. */
  private isCurrent(account: Account): boolean {
    const { current } = this.accounts
    return current !== undefined && identityOf(current) === identityOf(account)
  }

  /** One after the other, so that nothing that was removed comes back. */
  private change<T>(run: () => Promise<T>): Promise<T> {
    const done = this.lastChange.then(run)
    this.lastChange = done.catch(() => undefined)
    return done
  }
}
