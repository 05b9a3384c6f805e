import { existsSync } from 'node:fs'
import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { PluginManifest } from '@lienthong/protocol'
import { bundlePlugin, type PackedPlugin } from '../plugin/pack.ts'
import { folderOf } from '../root.ts'

/** The rule sets that come with the product. */
const firstParty = ['@lienthong/schema-core', '@lienthong/vietnam-identifiers']

/** The first-party rule sets, and the plugins of the given folders. */
export const pluginsFor = (folders: readonly string[]): Promise<PackedPlugin[]> =>
  Promise.all([...firstParty.map(readRuleSet), ...folders.map(bundlePlugin)])

/** As it was packed; in a checkout that was not built it is packed in memory. */
async function readRuleSet(name: string): Promise<PackedPlugin> {
  const folder = folderOf(name)
  if (!folder) throw new Error(`${name} is not installed beside lienthong`)
  const packed = join(folder, 'dist', 'plugin.json')
  if (!existsSync(packed)) return bundlePlugin(await realpath(folder))
  const manifest = PluginManifest.parse(JSON.parse(await readFile(packed, 'utf8')))
  return { manifest, code: await readFile(join(folder, 'dist', manifest.main), 'utf8') }
}
