import { RunnerGone, type SchemaContents } from '@lienthong/plugin-engine'
import type { DictionaryElement, PublishedSchema } from '@lienthong/plugin-sdk'
import { type DocumentId, type DocumentSummary, maxNewText } from '@lienthong/protocol'
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import { DocumentsService } from '../documents/documents.service.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { RuleInputsService } from '../rule-inputs/rule-inputs.service.ts'
import { RunnerHost } from '../runner/runner-host.service.ts'
import { refusalOf } from '../transport/refusal.ts'
import { VersionsService } from '../versions/versions.service.ts'

/** What another node published may not have been heard of. */
const readEveryMs = 60_000

/** Some 1,200 fields, as rules look them up. Sixteen open mappings between two schemas so large take 40 MB of the 64 that a plugin has. */
const maxCharacters = 250_000

interface Known {
  readonly number: string
  /** Null for what is no schema, or too large. */
  readonly schema: PublishedSchema | null
  /** Of a national dictionary. */
  readonly elements: readonly DictionaryElement[]
}

/** Reads the published schemas for rules to look up: each version once, in the runner, while checks go on with what was known. */
@Injectable()
export class PublishedSchemasService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly known = new Map<DocumentId, Known>()
  private readonly logger = new Logger('Validation')
  private turn: Promise<unknown> = Promise.resolve()
  private reading: NodeJS.Timeout | undefined
  private isHandedOn = false

  constructor(
    private readonly versions: VersionsService,
    private readonly documents: DocumentsService,
    private readonly databases: DatabasesService,
    private readonly host: RunnerHost,
    private readonly inputs: RuleInputsService,
  ) {}

  onApplicationBootstrap(): void {
    this.versions.onPublished(() => this.readAgain())
    this.reading = setInterval(() => this.readAgain(), readEveryMs)
    this.readAgain()
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.reading)
    await this.turn
  }

  private readAgain(): void {
    this.turn = this.turn.then(() => this.read()).catch((error: unknown) => refusalOf(error, 'validation'))
  }

  private async read(): Promise<void> {
    let isOther = !this.isHandedOn
    for (const [documentId, number] of await this.versions.newest()) {
      if (this.known.get(documentId)?.number === number) continue
      this.known.set(documentId, { number, ...(await this.contentsOf(documentId, number)) })
      isOther = true
    }
    if (!isOther) return
    this.isHandedOn = true
    const known = [...this.known.values()]
    this.inputs.takePublished({
      schemas: known.flatMap(({ schema }) => schema ?? []).sort(byAddress),
      elements: known.flatMap(({ elements }) => elements).sort(byAddress),
    })
  }

  private async contentsOf(documentId: DocumentId, version: string): Promise<Omit<Known, 'number'>> {
    const document = await this.documents.byId(documentId)
    if (document.format === 'markdown') return nothing
    const { text } = await this.versions.byNumber(documentId, version)
    const contents = text.length > maxNewText ? null : await this.readContents(document, text)
    const { databaseCode: database, path } = document
    const address = `${database}/${path}`
    const schema = contents && { address, database, version, entities: contents.entities }
    if (!schema || JSON.stringify([schema, contents.elements]).length > maxCharacters) {
      this.logger.warn({ msg: 'a published schema is too large for rules', documentId, version })
      return nothing
    }
    const isNational = (await this.databases.byIdOrCode(document.databaseId)).level === 'national'
    const elements = isNational ? contents.elements : []
    return { schema, elements: elements.map(element => ({ ...element, address, version })) }
  }

  /** Where the runner ends, which may be a plugin's doing, another one starts. */
  private async readContents({ format }: DocumentSummary, text: string): Promise<SchemaContents> {
    try {
      return await this.host.contents(format, text)
    } catch (error) {
      if (!(error instanceof RunnerGone)) throw error
      return this.host.contents(format, text)
    }
  }
}

const nothing: Omit<Known, 'number'> = { schema: null, elements: [] }

const byAddress = (one: { readonly address: string }, other: { readonly address: string }): number =>
  one.address < other.address ? -1 : one.address > other.address ? 1 : 0
