import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PluginManifest } from '@lienthong/protocol'

/** A rule set that ships with the product. */
export interface FirstPartyPlugin {
  readonly manifest: PluginManifest
  readonly code: string
  readonly installedAt: string
}

/** Packages whose bundle every server runs. */
const packages = ['@lienthong/schema-core', '@lienthong/vietnam-identifiers']

const require = createRequire(import.meta.url)

/** The built bundles of the first-party rule sets. Throws if one is missing: a server without them would call everything clean. */
export const firstPartyPlugins = (): Promise<readonly FirstPartyPlugin[]> => Promise.all(packages.map(read))

const read = async (name: string): Promise<FirstPartyPlugin> => {
  const path = require.resolve(`${name}/plugin.json`)
  const manifest = PluginManifest.parse(JSON.parse(await readFile(path, 'utf8')))
  const main = join(dirname(path), manifest.main)
  const code = await readFile(main, 'utf8')
  if (sha256Of(code) !== manifest.sha256) throw new Error(`${name}: the bundle is not what its manifest says`)
  return { manifest, code, installedAt: (await stat(main)).mtime.toISOString() }
}

export const sha256Of = (code: string): string => createHash('sha256').update(code).digest('hex')
