import { DocumentAccess, DocumentSummary } from '@lienthong/protocol'
import type { LastState } from '@lienthong/protocol/client'
import * as z from 'zod/mini'
import { checksumOf, type Folder } from './folder-store.ts'

/** A document that opens without a server: what it is, and as it was. */
export interface KeptDocument {
  summary: DocumentSummary
  state: LastState
}

/** How much is kept; the oldest goes first. */
export interface Bounds {
  documents: number
  bytes: number
}

/** When, which document, under which address, how long, and the checksum of the content: a listing tells all that is needed to choose. */
const fileName =
  /^(?<at>\d{13})\.(?<id>[0-9a-f-]{36})\.(?<address>[0-9a-f]{8})\.(?<bytes>\d+)\.(?<checksum>[0-9a-f]{8})$/

const Head = z.object({ summary: DocumentSummary, access: DocumentAccess })

/**
 * The documents that a person has had open, as files of one folder (rule E30). Like unsent edits a file is written once and its name tells
 * whether it is whole; of several windows' files of one document the newest counts, and stays.
 */
export class DocumentFolder {
  constructor(
    private readonly folder: Folder,
    private readonly bounds: Bounds = { documents: 50, bytes: 64_000_000 },
  ) {}

  /** The document at this address as it was last kept; undefined if it is not here, or damaged. Errors: the folder's. */
  async find(databaseCode: string, path: string): Promise<KeptDocument | undefined> {
    const files = (await this.files()).filter(({ address }) => address === addressHash(databaseCode, path))
    for (const file of files) {
      const kept = await this.read(file)
      if (kept?.summary.databaseCode === databaseCode && kept.summary.path === path) return kept
    }
    return undefined
  }

  /** Takes the place of what was kept of the document. Errors: the folder's; then the former stays. */
  async keep({ summary, state: { update, access, at } }: KeptDocument): Promise<void> {
    const head = new TextEncoder().encode(`${JSON.stringify({ summary, access })}\n`)
    const content = new Uint8Array(head.length + update.length)
    content.set(head)
    content.set(update, head.length)
    if (content.length > this.bounds.bytes) return this.remove(summary.id)
    const address = addressHash(summary.databaseCode, summary.path)
    const name = [at, summary.id, address, content.length, checksumOf(content)].join('.')
    await this.folder.write(name, content)
    await this.removeSurplus()
  }

  /** Removes what is kept of a document, if anything is. */
  async remove(documentId: string): Promise<void> {
    await this.removeAll((await this.files()).filter(({ id }) => id === documentId))
  }

  /** Removes everything. */
  async clear(): Promise<void> {
    await this.removeAll(await this.files())
  }

  private async removeSurplus(): Promise<void> {
    const seen = new Set<string>()
    let bytes = 0
    const surplus = (await this.files()).filter(file => {
      if (seen.has(file.id)) return true
      seen.add(file.id)
      bytes += file.bytes
      return seen.size > this.bounds.documents || bytes > this.bounds.bytes
    })
    await this.removeAll(surplus)
  }

  private async removeAll(files: File[]): Promise<void> {
    await Promise.all(files.map(({ name }) => this.folder.remove(name)))
  }

  /** The newest first. */
  private async files(): Promise<File[]> {
    const names = await this.folder.names()
    return names
      .sort()
      .reverse()
      .flatMap(name => {
        const { at, id, address, bytes, checksum } = fileName.exec(name)?.groups ?? {}
        if (!at || !id || !address || !checksum) return []
        return [{ name, at: Number(at), id, address, bytes: Number(bytes), checksum }]
      })
  }

  private async read({ name, at, checksum }: File): Promise<KeptDocument | undefined> {
    const content = await this.folder.read(name).catch(() => undefined)
    if (!content || checksumOf(content) !== checksum) return undefined
    const end = content.indexOf(lineFeed)
    // What another version has written may have another shape.
    const head = z.safeParse(Head, JSON.parse(new TextDecoder().decode(content.subarray(0, end))))
    if (!head.success) return undefined
    const { summary, access } = head.data
    return { summary, state: { update: content.subarray(end + 1), access, at } }
  }
}

interface File {
  name: string
  at: number
  id: string
  address: string
  bytes: number
  checksum: string
}

const lineFeed = 10

const addressHash = (databaseCode: string, path: string): string =>
  checksumOf(new TextEncoder().encode(`${databaseCode}/${path}`))
