import { type DecidePluginVersion, PluginVersion } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { type Io, paint } from '../io.ts'
import { packedSound } from '../plugin/pack.ts'
import { connect, type ServerOptions } from './connection.ts'
import { highestOf, type PluginName } from './plugin-name.ts'

/** Packs a plugin in memory and sends it to a server, where it waits for somebody else's approval. */
export async function publishPlugin(folder: string, options: ServerOptions, io: Io): Promise<number> {
  const packed = await packedSound(folder)
  const { client, server } = await connect(options, io)
  const { id, version } = packed.manifest
  const { state, rules } = await client.post(`/plugins/${id}/versions`, PluginVersion, packed)
  const told = { id, version, server, page: `${server}/plugins/${id}`, count: rules?.length ?? 0 }
  if (state === 'proposed') io.out(io.speech.say('published', told))
  else io.out(io.speech.say('publishedBefore', { ...told, state: io.speech.say(`version-${state}`) }))
  return 0
}

/** Approves, refuses or takes back a version: the one that is named, or the highest that waits. */
export async function decideOnPlugin(
  { id, version }: PluginName,
  state: DecidePluginVersion['state'],
  { note, ...options }: ServerOptions & { readonly note?: string },
  io: Io,
): Promise<number> {
  const { client, server } = await connect(options, io)
  const versions = await client.get(`/plugins/${id}/versions`, z.array(PluginVersion))
  const number = version ?? highestOf(versions, 'proposed') ?? ''
  await client.post(`/plugins/${id}/versions/${number}/decision`, PluginVersion, { state, note })
  io.out(io.speech.say(`decided-${state}`, { id, version: number, server }))
  return 0
}

/** Advises against a plugin, or one of its versions; it goes on running. */
export async function deprecatePlugin(
  { id, version }: PluginName,
  { reason, successor, ...options }: ServerOptions & { readonly reason: string; readonly successor?: string },
  io: Io,
): Promise<number> {
  const { client, server } = await connect(options, io)
  const advice = { version, reason, successor: successor ?? null }
  await client.put(`/plugins/${id}/deprecation`, z.array(PluginVersion), advice)
  io.out(io.speech.say('deprecated', { plugin: version === null ? id : `${id}@${version}`, server }))
  return 0
}

/** Lists every version of a plugin that a server keeps. */
export async function listVersions(
  { id }: PluginName,
  { format, ...options }: ServerOptions & { readonly format: 'pretty' | 'json' },
  io: Io,
): Promise<number> {
  const { client } = await connect(options, io)
  const versions = await client.get(`/plugins/${id}/versions`, z.array(PluginVersion))
  if (format === 'json') io.out(JSON.stringify(versions, null, 2))
  else for (const version of versions) io.out(lineOf(version, io))
  return 0
}

function lineOf(kept: PluginVersion, io: Io): string {
  const { manifest, state, uploadedAt, uploadedBy, installations, deprecation, note } = kept
  const places = installations.map(({ organisationCode }) => organisationCode).join(', ')
  const parts = [
    paint(io, 'bold', manifest.version),
    io.speech.say(`version-${state}`),
    places && io.speech.say('runsFor', { places }),
    `sha256 ${manifest.sha256.slice(0, 12)}`,
    [uploadedAt.slice(0, 10), uploadedBy?.displayName ?? ''].join(' ').trim(),
    note,
  ]
  const line = parts.filter(Boolean).join('  ')
  return deprecation ? `${line}\n  ${paint(io, 'yellow', io.speech.advice(deprecation))}` : line
}
