import { createHash } from 'node:crypto'
import type { DictionaryElement, PublishedSchema } from '@lienthong/plugin-sdk'
import type { RuleInputs } from '@lienthong/protocol'
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { todayInVietnam } from '../database/today.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { type NodeId, type NodeMessage, type NodeObserver, NodesService } from '../nodes/nodes.service.ts'
import type { Actor } from '../transport/actor.ts'
import { refusalOf } from '../transport/refusal.ts'
import { InputRecordsService } from './input-records.service.ts'

/** What the ledger calls the records that rules may look up. */
const subjects = ['directive', 'database', 'inventory-list', 'organisation']

const inputs = ['directives', 'inventory', 'schemas', 'dictionary'] as const

/** An input of this many characters takes some 40 MB in the thread of each plugin that looks things up there; more than twice that would end it. */
const maxCharacters = 8_000_000

/** What the versions that are published hold. */
export interface Published {
  readonly schemas: readonly PublishedSchema[]
  readonly elements: readonly DictionaryElement[]
}

/** What rules may look up, of today, for every document alike. */
@Injectable()
export class RuleInputsService implements NodeObserver, OnModuleInit {
  private readonly listeners: (() => void)[] = []
  private readonly logger = new Logger('Validation')
  private reading: Promise<RuleInputs> | null = null
  private last: RuleInputs = {}
  private published: Published | null = null

  constructor(
    private readonly records: InputRecordsService,
    private readonly ledger: LedgerService,
    private readonly nodes: NodesService,
  ) {}

  onModuleInit(): void {
    this.nodes.observe(this)
    this.ledger.onRecorded(subjectKind => {
      if (!subjects.includes(subjectKind)) return
      this.told()
      this.nodes.tell({ kind: 'inputs' })
    })
  }

  heard(_from: NodeId, message: NodeMessage): void {
    if (message.kind === 'inputs') this.told()
  }

  /** Calls when the data may be other than before. */
  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  /** The data as it is known; while the database does not answer, as it was known last. */
  current(): Promise<RuleInputs> {
    this.reading ??= this.read().catch((error: unknown) => {
      this.reading = null
      refusalOf(error, 'validation')
      return this.last
    })
    return this.reading
  }

  /** The data, of schemas as much as the actor may read. */
  async readableBy(actor: Actor): Promise<RuleInputs> {
    const { schemas, ...rest } = await this.current()
    if (!schemas) return rest
    const readable = await this.records.readable(actor, schemas.schemas)
    return { ...rest, schemas: this.stated('schemas', schemas.day, { schemas: readable }) }
  }

  /** Takes in what is published: it is read elsewhere, which takes its time. */
  takePublished(published: Published): void {
    this.published = published
    this.told()
  }

  /** Reads anew: the day may be another, and what another node said may have been lost. */
  async refresh(): Promise<void> {
    const before = this.last
    this.reading = null
    const now = await this.current()
    const isSame = inputs.every(name => before[name]?.revision === now[name]?.revision)
    if (!isSame) this.tell()
  }

  private told(): void {
    this.reading = null
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }

  private async read(): Promise<RuleInputs> {
    const day = todayInVietnam()
    const directives = await this.records.directives()
    const inventory = await this.records.inventory()
    const { schemas, elements } = this.published ?? {}
    this.last = {
      directives: this.stated('directives', day, directives),
      inventory: this.stated('inventory', day, inventory),
      schemas: schemas && this.stated('schemas', day, { schemas }),
      // Without elements its rules have nothing to ask, for every field of every document.
      dictionary: elements?.length ? this.stated('dictionary', day, { elements }) : undefined,
    }
    return this.last
  }

  private stated<Content extends object>(
    input: string,
    day: string,
    content: Content,
  ): (Content & { revision: string; day: string }) | undefined {
    const json = JSON.stringify({ day, ...content })
    if (json.length > maxCharacters) {
      this.logger.error({ msg: 'an input is too large for rules', input, characters: json.length })
      return undefined
    }
    return { revision: createHash('sha256').update(json).digest('hex'), day, ...content }
  }
}
