import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type AtAddress, Gathering } from '@lienthong/plugin-engine'
import { formatOfFile, maxUpdateBytes } from '@lienthong/protocol'
import { readFileText } from '@lienthong/protocol/file-text'

/** Documents know each other by addresses, on a server and here. */
const scheme = 'lienthong:'

/** The text of a file where somebody has it open; null for one that lies on the disk. */
export type TextInEditor = (path: string) => string | null

/**
 * Gathers the files that one refers to. Those below `root` are looked at, and no others: what is checked may come from strangers.
 */
export const gatheringFor = (path: string, root: string, open: TextInEditor = () => null): Gathering =>
  new Gathering(addressOf(path), async address => {
    const other = pathOf(address)
    return other !== null && (await liesBelow(root, other)) ? read(other, address, open) : null
  })

/** The address of a file. */
export const addressOf = (path: string): string => new URL(scheme + pathToFileURL(path).pathname).href

const pathOf = (address: string): string | null =>
  address.startsWith(`${scheme}/`) ? fileURLToPath(`file://${address.slice(scheme.length)}`) : null

/** Also where symbolic links lead. What is not there lies where it would. */
const liesBelow = async (root: string, path: string): Promise<boolean> => {
  if (!isBelow(root, path)) return false
  const real = await realpath(path).catch(() => null)
  return real === null || isBelow(await realpath(root), real)
}

/** Whether a file lies in a folder. */
export const isBelow = (root: string, path: string): boolean => {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const read = async (path: string, address: string, open: TextInEditor): Promise<AtAddress> => {
  const format = formatOfFile(path)
  if (!format) return null
  const text = open(path) ?? (await textAt(path))
  if (text === null || text === 'missing') return text
  return { address, revision: createHash('sha256').update(text).digest('hex'), format, text }
}

/** Null of what cannot be read, or is too large for a document. */
const textAt = async (path: string): Promise<string | 'missing' | null> => {
  try {
    const { size } = await stat(path)
    return size > maxUpdateBytes ? null : (readFileText(await readFile(path))?.text ?? null)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : null
  }
}
