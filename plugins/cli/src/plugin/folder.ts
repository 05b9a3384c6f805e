import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PluginManifest } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { Failure } from '../failure.ts'

/** `plugin.json` as an author writes it: the hash and the bundle's name are filled in by packing. */
const AuthoredManifest = z.omit(PluginManifest, { sha256: true, main: true })
export type AuthoredManifest = z.infer<typeof AuthoredManifest>

/** Reads and checks a plugin folder's `plugin.json`. Errors: FOLDER_NOT_A_PLUGIN, MANIFEST_INVALID. */
export async function readManifest(folder: string): Promise<AuthoredManifest> {
  const file = join(folder, 'plugin.json')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure('FOLDER_NOT_A_PLUGIN', { folder, file: 'plugin.json' })
  })
  const parsed = z.safeParse(AuthoredManifest, jsonOf(text, file))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Failure('MANIFEST_INVALID', {
    file,
    detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  })
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Failure('MANIFEST_INVALID', {
      file,
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}
