import type { Io } from '../io.ts'
import { credentialsFrom } from './credentials.ts'

/** `--server` and `--token` as given. */
export interface ServerOptions {
  readonly server?: string
  readonly token?: string
}

/** Loaded when needed: the protocol's client brings a socket library along. */
export async function connect(options: ServerOptions, io: Io) {
  const credentials = await credentialsFrom(options, io.env)
  const { RestClient } = await import('@lienthong/protocol/client')
  const client = new RestClient({ url: credentials.server, token: async () => credentials.token })
  return { ...credentials, client }
}
