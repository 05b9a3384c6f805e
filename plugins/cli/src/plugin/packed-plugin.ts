import type { PluginManifest } from '@lienthong/protocol'

/** What a server takes: the manifest with the bundle's hash, and the bundle. */
export interface PackedPlugin {
  readonly manifest: PluginManifest
  readonly code: string
}
