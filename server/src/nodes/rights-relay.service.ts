import { AsyncLocalStorage } from 'node:async_hooks'
import type { PersonId } from '@lienthong/protocol'
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { RevocationsService } from '../access/revocations.service.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import { OpenSockets } from '../transport/open-sockets.ts'
import { type NodeId, type NodeMessage, type NodeObserver, NodesService } from './nodes.service.ts'

/** While nobody can be heard, everybody's rights are read again every five seconds: more often would burden the database. */
const beatsBetweenReadings = 5

/** Makes a right that was changed at one node felt at the others (rules A6, S12). */
@Injectable()
export class RightsRelayService implements NodeObserver, OnModuleInit {
  private readonly logger = new Logger('Nodes')
  private beatsAlone = 0
  private readonly inside = new AsyncLocalStorage<true>()

  constructor(
    private readonly nodes: NodesService,
    private readonly openSockets: OpenSockets,
    private readonly revocations: RevocationsService,
    private readonly tree: OrganisationTreeService,
  ) {}

  onModuleInit(): void {
    this.nodes.observe(this)
    this.openSockets.onChange(personId => {
      // What another node has told need not be told again.
      if (!this.inside.getStore()) this.nodes.tell({ kind: 'rights', personId })
    })
  }

  heard(_from: NodeId, message: NodeMessage): void {
    if (message.kind === 'rights') this.apply(message.personId)
  }

  /** A change may have been lost. */
  reunited(): void {
    this.apply(null)
  }

  alone(): void {
    if (++this.beatsAlone % beatsBetweenReadings === 0) this.apply(null)
  }

  private apply(personId: PersonId | null): void {
    if (personId === null) this.tree.forget()
    const applied = this.inside.run(true, () =>
      personId === null ? this.revocations.applyToAll() : this.revocations.apply(personId),
    )
    // It is done again when the database and Redis are back.
    applied.catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : 'not an Error'
      this.logger.error({ msg: 'rights could not be read', reason })
    })
  }
}
