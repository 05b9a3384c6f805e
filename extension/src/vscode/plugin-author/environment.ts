import type { Server } from '../server.ts'

/** With this `lienthong` works for the person who is signed in here: they need not sign in a second time. Errors: those of `Server.credentials`. */
export const environmentOf = async (server: Server) => {
  const { url, token } = await server.credentials()
  return { LIENTHONG_SERVER: url, LIENTHONG_TOKEN: token }
}
