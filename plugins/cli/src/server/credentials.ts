import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { Failure, unwritable } from '../failure.ts'

const Credentials = z.object({ server: z.string(), token: z.string() })
type Credentials = z.infer<typeof Credentials>

type Environment = Readonly<Record<string, string | undefined>>

const fileIn = (env: Environment): string =>
  join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'lienthong', 'credentials.json')

/** Where to and as whom: what is given, else LIENTHONG_SERVER and LIENTHONG_TOKEN, else what `login` remembered. Errors: SERVER_MISSING, SERVER_INVALID, TOKEN_MISSING. */
export async function credentialsFrom(given: Partial<Credentials>, env: Environment): Promise<Credentials> {
  const remembered = await read(env)
  const server = given.server ?? (env.LIENTHONG_SERVER || remembered?.server)
  if (!server) throw new Failure('SERVER_MISSING')
  if (!/^https?:\/\/[^/\s]+/.test(server) || !URL.canParse(server))
    throw new Failure('SERVER_INVALID', { url: server })
  // A remembered token goes to the server that it was made for and to no other.
  const token =
    given.token ?? (env.LIENTHONG_TOKEN || (remembered?.server === server ? remembered.token : undefined))
  if (!token) throw new Failure('TOKEN_MISSING')
  return { server, token }
}

/**
 * For a server that a folder names. Such a folder may come from anybody: a token of the environment goes there only if the person named
 * that server too. Errors: SERVER_OTHER and those of {@link credentialsFrom}.
 */
export function credentialsFor(
  server: string,
  given: Partial<Credentials>,
  env: Environment,
): Promise<Credentials> {
  const named = given.server ?? (env.LIENTHONG_SERVER || undefined)
  if (named !== undefined && named.replace(/\/+$/, '') !== server.replace(/\/+$/, ''))
    throw new Failure('SERVER_OTHER', { server, named })
  const known = named === undefined ? { ...env, LIENTHONG_TOKEN: undefined } : env
  return credentialsFrom({ ...given, server }, known)
}

/** Keeps them in a file that only this person can read. Errors: FILE_UNWRITABLE. */
export const remember = (credentials: Credentials, env: Environment): Promise<void> =>
  write(credentials, fileIn(env)).catch(unwritable(fileIn(env)))

async function write(credentials: Credentials, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, `${JSON.stringify(credentials)}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
}

/** Errors: FILE_UNWRITABLE. */
export const forget = (env: Environment): Promise<void> =>
  rm(fileIn(env), { force: true }).catch(unwritable(fileIn(env)))

async function read(env: Environment): Promise<Credentials | undefined> {
  const text = await readFile(fileIn(env), 'utf8').catch(() => '')
  try {
    return z.safeParse(Credentials, JSON.parse(text)).data
  } catch {
    return undefined
  }
}
