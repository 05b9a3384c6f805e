import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Where the runner's bundle lies. Run from source (tests) it is bundled first, once per state of the sources. */
export const runnerFolder = async (): Promise<string> => {
  const here = import.meta.url
  if (!here.endsWith('.ts')) return fileURLToPath(new URL('./runner/', here))
  const source = fileURLToPath(new URL('../', here))
  const root = fileURLToPath(new URL('../../', here))
  const folder = join(root, 'node_modules', '.cache', `runner-${newest(source)}`)
  if (!existsSync(join(folder, 'complete')))
    await promisify(execFile)(process.execPath, [
      fileURLToPath(new URL('build.mjs', pathToFileURL(root))),
      folder,
    ])
  return `${folder}/`
}

/** When the newest source was written. */
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile() && !entry.name.endsWith('.spec.ts'))
      .map(entry => Math.floor(statSync(join(entry.parentPath, entry.name)).mtimeMs)),
  )
