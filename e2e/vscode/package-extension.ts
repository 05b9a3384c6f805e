import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../product.ts'

const run = promisify(execFile)
const extension = join(root, 'extension')

/** The path of the packaged extension; packages it when there is none or the build is newer. */
export async function packageExtension(): Promise<string> {
  const found = await newestPackage()
  const built = await stat(join(extension, 'dist/.built'))
  if (found && (await stat(found)).mtimeMs >= built.mtimeMs) return found
  await run(process.execPath, ['build.mjs', '--package'], { cwd: extension })
  const made = await newestPackage()
  if (!made) throw new Error('packaging left no .vsix')
  return made
}

async function newestPackage(): Promise<string | undefined> {
  const names = (await readdir(extension)).filter(name => name.endsWith('.vsix')).sort()
  const newest = names.at(-1)
  return newest && join(extension, newest)
}
