import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PluginManifest } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { Failure } from '../failure.ts'
import { problemOf } from '../words/problems.ts'

/** `plugin.json` as an author writes it: the hash and the bundle's name are filled in by packing. */
const AuthoredManifest = z.omit(PluginManifest, { sha256: true, main: true })
export type AuthoredManifest = z.infer<typeof AuthoredManifest>

/** Reads and checks the `plugin.json` of a folder of sources. Errors: FOLDER_NOT_A_PLUGIN, MANIFEST_INVALID. */
export const readManifest = (folder: string): Promise<AuthoredManifest> => read(folder, AuthoredManifest)

/** Reads and checks the `plugin.json` that packing wrote. Errors: FOLDER_NOT_A_PLUGIN, MANIFEST_INVALID. */
export const readPackedManifest = (folder: string): Promise<PluginManifest> => read(folder, PluginManifest)

/** Whether a folder holds what packing wrote, not sources: its manifest carries a hash. Errors: FOLDER_NOT_A_PLUGIN, MANIFEST_INVALID. */
export const isPacked = async (folder: string): Promise<boolean> =>
  (await read(folder, z.object({ sha256: z.optional(z.string()) }))).sha256 !== undefined

async function read<T>(folder: string, schema: z.ZodMiniType<T>): Promise<T> {
  const file = join(folder, 'plugin.json')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure('FOLDER_NOT_A_PLUGIN', { folder, file: 'plugin.json' })
  })
  const value = jsonOf(text, file)
  const parsed = z.safeParse(schema, value)
  if (parsed.success) return parsed.data
  throw new Failure('MANIFEST_INVALID', { file, detail: problemOf(schema, value) })
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const detail = { vi: `không phải JSON (${reason})`, en: `not JSON (${reason})` }
    throw new Failure('MANIFEST_INVALID', { file, detail })
  }
}
