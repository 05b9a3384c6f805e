import { InstalledPlugin, PluginVersion } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { type Io, paint } from '../io.ts'
import { connect, type ServerOptions } from './connection.ts'
import { highestOf, type PluginName } from './plugin-name.ts'

/** `--for`: the organisation for whose documents, and those below it. */
interface PlaceOptions extends ServerOptions {
  readonly for: string
}

/** Puts an approved version to work, or back to work, at once: the one that is named, or the highest. */
export async function installPlugin(
  { id, version }: PluginName,
  options: PlaceOptions,
  io: Io,
): Promise<number> {
  const { client, server } = await connect(options, io)
  const versions = await client.get(`/plugins/${id}/versions`, z.array(PluginVersion))
  const number = version ?? highestOf(versions, 'approved') ?? ''
  const place = encodeURIComponent(options.for)
  const installed = await client.put(`/plugins/${id}/installations/${place}`, InstalledPlugin, {
    version: number,
  })
  const told = { id, version: number, server, place: options.for, count: installed.rules.length }
  io.out(io.speech.say('installed', told))
  if (installed.deprecation) io.out(paint(io, 'yellow', io.speech.advice(installed.deprecation)))
  return tellSuspended([installed], io)
}

/** Takes a plugin out of use for an organisation. */
export async function removePlugin({ id }: PluginName, options: PlaceOptions, io: Io): Promise<number> {
  const { client, server } = await connect(options, io)
  await client.delete(`/plugins/${id}/installations/${encodeURIComponent(options.for)}`)
  io.out(io.speech.say('removed', { id, server, place: options.for }))
  return 0
}

/** Puts a plugin that failed too often back into use. */
export async function resumePlugin({ id }: PluginName, options: ServerOptions, io: Io): Promise<number> {
  const { client, server } = await connect(options, io)
  const plugins = await client.post(`/plugins/${id}/resume`, z.array(InstalledPlugin))
  if (tellSuspended(plugins, io) > 0) return 1
  io.out(io.speech.say('resumed', { id, server }))
  return 0
}

/** Lists what runs on a server. */
export async function listPlugins(
  options: ServerOptions & { readonly format: 'pretty' | 'json' },
  io: Io,
): Promise<number> {
  const { client } = await connect(options, io)
  const plugins = await client.get('/plugins', z.array(InstalledPlugin))
  if (options.format === 'json') io.out(JSON.stringify(plugins, null, 2))
  else if (plugins.length === 0) io.out(io.speech.say('noPlugins'))
  else for (const plugin of plugins) io.out(lineOf(plugin, io))
  return 0
}

function tellSuspended(plugins: readonly InstalledPlugin[], io: Io): number {
  const stopped = plugins.filter(({ state }) => state === 'quarantined')
  for (const { manifest, reason } of stopped)
    io.out(io.speech.say('isSuspended', { id: manifest.id, reason: reason ?? '' }))
  return stopped.length > 0 ? 1 : 0
}

function lineOf(
  { manifest, state, reason, rules, installations, deprecation }: InstalledPlugin,
  io: Io,
): string {
  const { id, version, title } = manifest
  const places = installations.map(({ organisationCode }) => organisationCode).join(', ')
  const suspended = state === 'quarantined' && io.speech.say('suspended', { reason: reason ?? '' })
  const trouble = suspended ? ` ${paint(io, 'red', suspended)}` : ''
  const where = places && `  ${io.speech.say('runsFor', { places })}`
  const line = `${paint(io, 'bold', id)} ${version}  ${title[io.speech.lang]} (${rules.length})${where}${trouble}`
  return deprecation ? `${line}\n  ${paint(io, 'yellow', io.speech.advice(deprecation))}` : line
}
