import type { PluginManifest } from '@lienthong/protocol'

/** What a server takes: the manifest with the bundle's hash, and the bundle. */
export interface PackedPlugin {
  readonly manifest: PluginManifest
  readonly code: string
}

/** Bundled from sources that are at hand. Its map stays there: it is neither packed nor sent. */
export interface BundledPlugin extends PackedPlugin {
  readonly sourceMap: string
}

/** One of both. */
export type ReadPlugin = PackedPlugin & Partial<BundledPlugin>
