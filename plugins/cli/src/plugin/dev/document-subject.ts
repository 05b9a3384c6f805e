import { Gathering, readEarlierTexts } from '@lienthong/plugin-engine'
import {
  type DocumentSummary,
  documentAddress,
  documentAt,
  ProtocolError,
  PublishedVersion,
  RuleInputs,
} from '@lienthong/protocol'
import {
  type DocumentSession,
  Documents,
  patiently,
  type RestClient,
  ServerConnection,
} from '@lienthong/protocol/client'
import * as z from 'zod/mini'
import { Failure } from '../../failure.ts'
import type { Io } from '../../io.ts'
import { connect, type ServerOptions } from '../../server/connection.ts'
import type { Subject, Tried } from './subject.ts'

/** A document of a server, as people change it. Nothing is told to the server: what the plugin finds stays with its author. */
export class DocumentSubject implements Subject {
  private constructor(
    readonly name: string,
    private readonly document: DocumentSummary,
    private readonly connection: ServerConnection,
    private readonly session: DocumentSession,
    private readonly beside: Pick<Tried, 'inputs' | 'published' | 'gathering'>,
  ) {}

  /** `name`: the code of its database, `/`, its path. Errors: DOCUMENT_NAME_INVALID, DOCUMENT_NOT_FOUND, and the server's. */
  static async open(name: string, options: ServerOptions, io: Io): Promise<DocumentSubject> {
    const [database, path, ...more] = name.split('/')
    if (!database || !path || more.length > 0) throw new Failure('DOCUMENT_NAME_INVALID', { name })
    const { client, server, token } = await connect(options, io)
    const documents = await new Documents(client, database).list()
    const document = documents.find(one => one.path === path)
    if (!document) throw new ProtocolError('DOCUMENT_NOT_FOUND', { id: name })
    const inputs = await client.get('/rule-inputs', RuleInputs)
    const published = await publishedOf(document, client)
    const gathering = gatheringOn(client, document)
    const connection = new ServerConnection({ url: server, token: async () => token })
    const session = connection.open(document.id)
    // It counts as a window of the person's, and nobody is at it.
    session.presence.announce([], true)
    try {
      await patiently(connection, session, session.ready)
    } catch (error) {
      await connection.close()
      throw error
    }
    return new DocumentSubject(name, document, connection, session, { inputs, published, gathering })
  }

  /** Errors: why the document is open no longer, or the person is no longer let in. */
  async read(): Promise<Tried> {
    const { name, session, connection, beside } = this
    for (const { state } of [session, connection]) if (state.kind === 'refused') throw state.error
    const { format, databaseCode } = this.document
    return { file: { path: name, format, text: session.text.toString() }, ...beside, database: databaseCode }
  }

  async watch(changed: () => void): Promise<void> {
    this.session.text.observe(changed)
    this.session.onState(({ kind }) => kind === 'refused' && changed())
    this.connection.onState(({ kind }) => kind === 'refused' && changed())
  }

  close(): Promise<void> {
    return this.connection.close()
  }
}

/** What it refers to, as far as the person may read it, as it is when it is first needed. */
const gatheringOn = (client: RestClient, document: DocumentSummary): Gathering =>
  new Gathering(documentAddress(document), async address => {
    const place = documentAt(address)
    if (!place) return null
    const documents = new Documents(client, place.databaseCode)
    const found = (await documents.list()).find(({ path }) => path === place.path)
    if (!found) return place.databaseCode === document.databaseCode ? 'missing' : null
    const { id, format, seq } = found
    return { address, revision: `${seq}`, format, text: await documents.textAt(id, seq) }
  })

/** What it was when the work began is what changes are held against. */
const publishedOf = async ({ id }: DocumentSummary, client: RestClient): Promise<Tried['published']> => {
  const path = `/documents/${id}/versions`
  const [latest, ...earlier] = await client.get(path, z.array(PublishedVersion))
  if (!latest) return null
  const read = async ({ number }: PublishedVersion) => ({
    revision: number,
    text: await client.text(`${path}/${number}/text`),
  })
  return {
    ...(await read(latest)),
    readEarlier: () => readEarlierTexts(earlier.map(version => () => read(version))),
  }
}
