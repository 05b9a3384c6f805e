import type { UnsentEdits, UnsentRecord, UnsentStore } from '@lienthong/protocol/client'

/** What the store needs of a folder, on a disk or in a browser. */
export interface Folder {
  /** Empty when there is no such folder yet. */
  names(): Promise<string[]>
  read(name: string): Promise<Uint8Array>
  /** Creates the folder too. */
  write(name: string, content: Uint8Array): Promise<void>
  remove(name: string): Promise<void>
}

/** Id, how many edits, and the checksum of the content. */
const recordName = /^[0-9a-f]{16}\.(?<count>\d+)\.(?<checksum>[0-9a-f]{8})$/

/**
 * Unsent edits as files of one folder, a record each (rule E30). A file is written once, under a name that no other window has, so several
 * windows cannot harm each other's; its name tells whether it is whole.
 */
export class FolderStore implements UnsentStore {
  constructor(private readonly folder: Folder) {}

  async load(): Promise<UnsentRecord[]> {
    const names = (await this.folder.names()).filter(name => recordName.test(name))
    const records = await Promise.all(names.map(name => this.record(name)))
    return records.filter(record => record !== undefined)
  }

  async add({ update, count }: UnsentEdits): Promise<string> {
    const name = `${randomId()}.${count}.${checksumOf(update)}`
    await this.folder.write(name, update)
    return name
  }

  remove(id: string): Promise<void> {
    return this.folder.remove(id)
  }

  /** Undefined if a crash cut it short, or another window has removed it meanwhile. */
  private async record(id: string): Promise<UnsentRecord | undefined> {
    const { count, checksum } = recordName.exec(id)?.groups ?? {}
    const update = await this.folder.read(id).catch(() => undefined)
    return update && checksumOf(update) === checksum ? { id, update, count: Number(count) } : undefined
  }
}

const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('')

/** FNV-1a of 32 bits: against accidents, not against anybody. */
export const checksumOf = (bytes: Uint8Array): string => {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
