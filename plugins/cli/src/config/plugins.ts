import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { firstPartyIds, guessOf, packageOf } from '@lienthong/plugin-engine'
import { Failure } from '../failure.ts'
import { isPacked, readPackedManifest } from '../plugin/folder.ts'
import { bundlePlugin } from '../plugin/pack.ts'
import type { PackedPlugin, ReadPlugin } from '../plugin/packed-plugin.ts'
import { folderOf } from '../root.ts'
import type { Config } from './config.ts'

/**
 * The plugins that a configuration names, in its order; those of the product unless it names any.
 * Errors: PLUGIN_UNKNOWN, PLUGIN_TWICE, and those of reading and packing a plugin.
 */
export async function pluginsOf(config: Config): Promise<ReadPlugin[]> {
  const names = config.plugins ?? firstPartyIds
  const plugins = await Promise.all(names.map((name, index) => pluginNamed(name, index, config)))
  for (const [index, { manifest }] of plugins.entries())
    if (plugins.findIndex(other => other.manifest.id === manifest.id) < index)
      throw new Failure('PLUGIN_TWICE', { place: config.placeOf(['plugins', index]), plugin: manifest.id })
  return plugins
}

function pluginNamed(name: string, index: number, config: Config): Promise<ReadPlugin> {
  if (firstPartyIds.includes(name)) return readRuleSet(packageOf(name))
  if (config.folder && /[\\/]|^\.+$/.test(name)) return readPlugin(resolve(config.folder, name))
  const place = config.placeOf(['plugins', index])
  throw new Failure('PLUGIN_UNKNOWN', { place, plugin: name, guess: guessOf(name, firstPartyIds) })
}

/** The plugin in a folder: packed where `plugin.json` carries a hash, else from its sources. */
export const readPlugin = async (folder: string): Promise<ReadPlugin> =>
  (await isPacked(folder)) ? readPacked(folder) : bundlePlugin(folder)

/** As it was packed; in a checkout that was not built it is packed in memory. */
async function readRuleSet(name: string): Promise<ReadPlugin> {
  const folder = folderOf(name)
  if (!folder) throw new Error(`${name} is not installed beside lienthong`)
  const dist = join(folder, 'dist')
  return existsSync(join(dist, 'plugin.json')) ? readPacked(dist) : bundlePlugin(await realpath(folder))
}

/** Errors: FOLDER_NOT_A_PLUGIN, MANIFEST_INVALID, PLUGIN_HASH_WRONG. */
async function readPacked(folder: string): Promise<PackedPlugin> {
  const manifest = await readPackedManifest(folder)
  const file = join(folder, manifest.main)
  const code = await readFile(file, 'utf8').catch(() => {
    throw new Failure('FOLDER_NOT_A_PLUGIN', { folder, file: manifest.main })
  })
  if (createHash('sha256').update(code).digest('hex') !== manifest.sha256)
    throw new Failure('PLUGIN_HASH_WRONG', { plugin: manifest.id, folder: dirname(file) })
  return { manifest, code }
}
