import { InstalledPlugin, Me } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { type Io, paint } from '../io.ts'
import { bundlePlugin } from '../plugin/pack.ts'
import { credentialsFrom, remember } from './credentials.ts'

/** `--server` and `--token` as given. */
export interface ServerOptions {
  readonly server?: string
  readonly token?: string
}

/** Loaded when needed: the protocol's client brings a socket library along. */
async function connect(options: ServerOptions, io: Io) {
  const credentials = await credentialsFrom(options, io.env)
  const { RestClient } = await import('@lienthong/protocol/client')
  const client = new RestClient({ url: credentials.server, token: async () => credentials.token })
  return { ...credentials, client }
}

/** Packs a plugin in memory and puts it to work on a server, in every open document. */
export async function installPlugin(folder: string, options: ServerOptions, io: Io): Promise<number> {
  const packed = await bundlePlugin(folder)
  const { client, server } = await connect(options, io)
  const { id, version } = packed.manifest
  const installed = await client.put(`/plugins/${id}`, InstalledPlugin, packed)
  if (installed.state === 'quarantined') {
    io.out(io.speech.say('quarantined', { id, reason: installed.reason ?? '' }))
    return 1
  }
  io.out(io.speech.say('installed', { id, version, server, count: installed.rules.length }))
  return 0
}

/** Takes a plugin out of use. */
export async function removePlugin(id: string, options: ServerOptions, io: Io): Promise<number> {
  const { client, server } = await connect(options, io)
  await client.delete(`/plugins/${encodeURIComponent(id)}`)
  io.out(io.speech.say('removed', { id, server }))
  return 0
}

/** Puts a plugin that failed too often back into use. */
export async function resumePlugin(id: string, options: ServerOptions, io: Io): Promise<number> {
  const { client, server } = await connect(options, io)
  const { state, reason } = await client.post(`/plugins/${encodeURIComponent(id)}/resume`, InstalledPlugin)
  if (state === 'quarantined') {
    io.out(io.speech.say('quarantined', { id, reason: reason ?? '' }))
    return 1
  }
  io.out(io.speech.say('resumed', { id, server }))
  return 0
}

/** Lists what runs on a server. */
export async function listPlugins(
  options: ServerOptions & { format: 'pretty' | 'json' },
  io: Io,
): Promise<number> {
  const { client } = await connect(options, io)
  const plugins = await client.get('/plugins', z.array(InstalledPlugin))
  if (options.format === 'json') io.out(JSON.stringify(plugins, null, 2))
  else if (plugins.length === 0) io.out(io.speech.say('noPlugins'))
  else for (const plugin of plugins) io.out(lineOf(plugin, io))
  return 0
}

function lineOf({ manifest, state, reason, rules }: InstalledPlugin, io: Io): string {
  const { id, version, title } = manifest
  const trouble = state === 'running' ? '' : ` ${paint(io, 'red', `${state}: ${reason ?? ''}`)}`
  return `${paint(io, 'bold', id)} ${version}  ${title[io.speech.lang]} (${rules.length})${trouble}`
}

/** Tries a token and remembers it with its server. */
export async function login(options: ServerOptions, io: Io): Promise<number> {
  const { client, server, token } = await connect(options, io)
  const { person } = await client.get('/me', Me)
  await remember({ server, token }, io.env)
  io.out(io.speech.say('loggedIn', { server, name: person.displayName }))
  return 0
}
