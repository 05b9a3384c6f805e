import { isBefore, PluginManifest, type PluginVersion } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { Failure } from '../failure.ts'

/** A plugin of a server as it is written: `my-rules`, or one of its versions, `my-rules@1.2.0`. */
export interface PluginName {
  readonly id: string
  readonly version: string | null
}

const { id: Id, version: Version } = PluginManifest.shape

/** Errors: PLUGIN_NAME_INVALID. */
export function pluginName(written: string): PluginName {
  const [id = '', version, ...rest] = written.split('@')
  const isName = z.safeParse(z.nullish(Version), version).success && z.safeParse(Id, id).success
  if (!isName || rest.length > 0) throw new Failure('PLUGIN_NAME_INVALID', { name: written })
  return { id, version: version ?? null }
}

/** The highest version in one of the states; the highest of all where there is none, so that the server says what is wrong with it. */
export function highestOf(
  versions: readonly PluginVersion[],
  state: PluginVersion['state'],
): string | undefined {
  const numbers = (some: readonly PluginVersion[]) =>
    some.map(({ manifest }) => manifest.version).sort((a, b) => (isBefore(a, b) ? -1 : 1))
  return numbers(versions.filter(version => version.state === state)).at(-1) ?? numbers(versions).at(-1)
}
