import { RuleLayer } from '@lienthong/protocol'
import * as z from 'zod/mini'

const Override = z.strictObject({ files: z.array(z.string()), ...RuleLayer.shape })

/** `lienthong.config.yaml`. Paths and globs are relative to its folder. */
export const ConfigFile = z.strictObject({
  /** Names of rule sets of the product; folders (`./…`) of plugins, packed or not. All of the product's unless told. */
  plugins: z.optional(z.array(z.string())),
  ...RuleLayer.shape,
  /** Later ones win. */
  overrides: z.optional(z.array(Override)),
  ignores: z.optional(z.array(z.string())),
  /** The file with what rules look up, as `lienthong inputs pull` writes it. */
  inputs: z.optional(z.string()),
  /** Code of the database that the files belong to. */
  database: z.optional(z.string()),
})
export type ConfigFile = z.infer<typeof ConfigFile>

/** The keys that may stand at a path of the file. */
export const keysAt = (path: readonly PropertyKey[]): string[] => {
  if (path.length === 0) return Object.keys(ConfigFile.shape)
  return path[0] === 'overrides' && path.length === 2 ? Object.keys(Override.shape) : ['severity', 'options']
}
