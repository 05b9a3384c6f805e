import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import * as z from 'zod/mini'
import { Failure, unwritable } from '../failure.ts'
import type { PackedPlugin } from '../plugin/packed-plugin.ts'
import { lockName } from './names.ts'

/** `lienthong.lock.json`: which content of each plugin the folder was last checked with on purpose. */
const LockFile = z.strictObject({
  version: z.literal(1),
  plugins: z.record(z.string(), z.strictObject({ version: z.string(), sha256: z.string() })),
})

/**
 * Holds the plugins against the lock beside the configuration; without a lock anything goes.
 * Errors: LOCK_INVALID, PLUGIN_NOT_LOCKED, PLUGIN_CHANGED.
 */
export async function requireLocked(folder: string, plugins: readonly PackedPlugin[]): Promise<void> {
  const text = await readFile(join(folder, lockName), 'utf8').catch(() => null)
  if (text === null) return
  const locked = parse(text).plugins
  for (const plugin of plugins) {
    const { id, version } = plugin.manifest
    const entry = locked[id]
    if (!entry) throw new Failure('PLUGIN_NOT_LOCKED', { plugin: id, file: lockName })
    if (entry.sha256 !== hashOf(plugin))
      throw new Failure('PLUGIN_CHANGED', { plugin: id, version, locked: entry.version, file: lockName })
  }
}

/** Writes the lock anew. Errors: FILE_UNWRITABLE. */
export async function writeLock(folder: string, plugins: readonly PackedPlugin[]): Promise<void> {
  const entries = plugins.map(plugin => {
    const { id, version } = plugin.manifest
    return [id, { version, sha256: hashOf(plugin) }] as const
  })
  const byId = Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
  const lock: z.infer<typeof LockFile> = { version: 1, plugins: byId }
  await writeFile(join(folder, lockName), `${JSON.stringify(lock, null, 2)}\n`).catch(unwritable(lockName))
}

/** Of the manifest, which holds the hash of the code: what a plugin's sets say decides findings, too. */
const hashOf = ({ manifest }: PackedPlugin): string =>
  createHash('sha256')
    .update(canonicalize(manifest) ?? '')
    .digest('hex')

function parse(text: string): z.infer<typeof LockFile> {
  try {
    return LockFile.parse(JSON.parse(text))
  } catch {
    throw new Failure('LOCK_INVALID', { file: lockName })
  }
}
