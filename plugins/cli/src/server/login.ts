import { Me } from '@lienthong/protocol'
import type { Io } from '../io.ts'
import { connect, type ServerOptions } from './connection.ts'
import { remember } from './credentials.ts'

/** Tries a token and remembers it with its server. */
export async function login(options: ServerOptions, io: Io): Promise<number> {
  const { client, server, token } = await connect(options, io)
  const { person } = await client.get('/me', Me)
  await remember({ server, token }, io.env)
  io.out(io.speech.say('loggedIn', { server, name: person.displayName }))
  return 0
}
