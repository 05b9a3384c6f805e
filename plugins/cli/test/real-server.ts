import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DocumentId, DocumentSummary, pageOf } from '@lienthong/protocol'
import { type DocumentSession, RestClient, ServerConnection } from '@lienthong/protocol/client'
import * as z from 'zod/mini'

const path = (name: string) => fileURLToPath(new URL(`../../../server/${name}`, import.meta.url))

const Demo = z.object({ people: z.array(z.object({ role: z.string(), token: z.string() })) })

/** The product's server as a process of its own, from its sources, with the seed and the demo's people. */
export class RealServer {
  private constructor(
    readonly url: string,
    private readonly dataDir: string,
    private readonly kill: (signal: NodeJS.Signals) => Promise<void>,
  ) {}

  static async start(dataDir?: string, port = 0): Promise<RealServer> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'lienthong-data-')))
    const loader = ['--no-warnings', '--conditions=source', '--import', path('test/typescript.mjs')]
    const child = spawn(process.execPath, [...loader, path('src/main.ts')], {
      env: {
        PATH: process.env.PATH,
        LIENTHONG_PORT: String(port),
        LIENTHONG_DATA_DIR: folder,
        LIENTHONG_DEMO: 'true',
        LIENTHONG_LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
    let printed = ''
    const url = await new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        printed += chunk
        const [address] = /http:\/\/[^\s/]+/.exec(printed) ?? []
        if (address && printed.includes('Ctrl+C')) resolve(address)
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.on('exit', () => reject(new Error(`the server did not start: ${printed}`)))
    })
    return new RealServer(url, folder, signal => {
      child.kill(signal)
      return ended
    })
  }

  /** Each start gives the demo's people new tokens. */
  async tokenOf(role: string): Promise<string> {
    const { people } = z.parse(Demo, JSON.parse(await readFile(join(this.dataDir, 'demo.json'), 'utf8')))
    return people.find(person => person.role === role)?.token ?? ''
  }

  async documents(): Promise<DocumentSummary[]> {
    const { items } = await (await this.client()).get('/databases/dan-cu/documents', pageOf(DocumentSummary))
    return items
  }

  async idOf(document: string): Promise<DocumentId> {
    const found = (await this.documents()).find(one => one.path === document)
    if (!found) throw new Error(`there is no ${document}`)
    return found.id
  }

  async textOf(document: string): Promise<string> {
    return (await this.client()).text(`/documents/${await this.idOf(document)}/text`)
  }

  /** What an editor does in a document that stays open until it is done, and is stored. */
  async edit(document: string, change: (session: DocumentSession) => unknown): Promise<void> {
    const token = await this.tokenOf('editor')
    const connection = new ServerConnection({ url: this.url, token: async () => token })
    const session = connection.open(await this.idOf(document))
    try {
      await session.ready
      await change(session)
      await session.whenStored()
    } finally {
      await connection.close()
    }
  }

  /** `kill -9`, and the server again over what is on its disk. */
  async restart(port: number): Promise<RealServer> {
    await this.end()
    return RealServer.start(this.dataDir, port)
  }

  end(): Promise<void> {
    return this.kill('SIGKILL')
  }

  async close(): Promise<void> {
    await this.end()
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 5 })
  }

  private async client(): Promise<RestClient> {
    const token = await this.tokenOf('editor')
    return new RestClient({ url: this.url, token: async () => token })
  }
}
