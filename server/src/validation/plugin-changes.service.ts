import type { PluginManifest } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../database/transactions.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { Actor } from '../transport/actor.ts'
import { PluginStore } from './plugin-store.service.ts'

interface Change {
  readonly actor: Actor | null
  readonly action: `plugin:${'install' | 'remove' | 'quarantine' | 'resume'}`
  readonly id: string
  readonly details: Record<string, string>
}

/** What of a plugin's life is written down, each with its ledger entry. */
@Injectable()
export class PluginChanges {
  constructor(
    private readonly store: PluginStore,
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
  ) {}

  /** Errors: PLUGIN_VERSION_TAKEN. */
  install(actor: Actor, manifest: PluginManifest, code: string): Promise<void> {
    const { id, version, sha256 } = manifest
    const change = { actor, action: 'plugin:install', id, details: { version, sha256 } } as const
    return this.record(change, manager => this.store.activate(manager, manifest, code))
  }

  remove(actor: Actor, { id, version }: PluginManifest): Promise<void> {
    const change = { actor, action: 'plugin:remove', id, details: { version } } as const
    return this.record(change, manager => this.store.deactivate(manager, id))
  }

  /** The server's own doing, after repeated faults. */
  quarantine({ id, version, sha256 }: PluginManifest, reason: string): Promise<void> {
    const details = { version, sha256, reason }
    const change = { actor: null, action: 'plugin:quarantine', id, details } as const
    return this.record(change, manager => this.store.quarantine(manager, id, sha256, reason))
  }

  resume(actor: Actor, { id, version, sha256 }: PluginManifest): Promise<void> {
    const change = { actor, action: 'plugin:resume', id, details: { version, sha256 } } as const
    return this.record(change, manager => this.store.release(manager, id))
  }

  /** The entry comes first: it takes hold of the ledger's head, so that changes made at once follow each other. */
  private record(
    { actor, action, id, details }: Change,
    write: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    return this.transactions.run(async manager => {
      await this.ledger.record(manager, actor, { action, subjectKind: 'plugin', subjectId: id, details })
      await write(manager)
    })
  }
}
