import { existsSync } from 'node:fs'
import { mkdir, readdir, realpath, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Failure, unwritable } from '../failure.ts'
import { folderOf, nearest, packageRoot } from '../root.ts'
import { templateFor } from './template.ts'

/** Made by `plugin new`. `needsInstall`: the SDK still has to be installed for the editor's types. */
export interface NewPlugin {
  readonly folder: string
  readonly needsInstall: boolean
}

/**
 * Writes a small typed plugin that tests green at once. In a checkout of the product nothing has to be installed: what the
 * editor and `npx` need is linked. Errors: NAME_INVALID, FOLDER_TAKEN, FILE_UNWRITABLE.
 */
export async function newPlugin(name: string, parent: string): Promise<NewPlugin> {
  if (!/^[a-z][a-z0-9-]{1,63}$/.test(name)) throw new Failure('NAME_INVALID', { name })
  const folder = resolve(parent, name)
  const isFree = !existsSync(folder) || (await readdir(folder).catch(() => null))?.length === 0
  if (!isFree) throw new Failure('FOLDER_TAKEN', { folder: name })
  await write(templateFor(name), folder).catch(unwritable(name))
  return { folder, needsInstall: !(await linkTools(folder)) }
}

async function write(files: Readonly<Record<string, string>>, folder: string): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

/** Links the SDK and this command into the new folder unless they are found from there already. True when they can be used. */
async function linkTools(folder: string): Promise<boolean> {
  const isReachable = ['@lienthong/plugin-sdk', 'lienthong'].every(name =>
    nearest(folder, join('node_modules', name)),
  )
  if (isReachable) return true
  const sdk = folderOf('@lienthong/plugin-sdk')
  const isCheckout = !packageRoot.split(/[\\/]/).includes('node_modules')
  if (!isCheckout || !sdk) return false
  const modules = join(folder, 'node_modules')
  await mkdir(join(modules, '@lienthong'), { recursive: true })
  await mkdir(join(modules, '.bin'), { recursive: true })
  const kind = process.platform === 'win32' ? 'junction' : 'dir'
  await symlink(await realpath(sdk), join(modules, '@lienthong', 'plugin-sdk'), kind)
  await symlink(packageRoot, join(modules, 'lienthong'), kind)
  if (process.platform !== 'win32')
    await symlink('../lienthong/bin/lienthong.js', join(modules, '.bin', 'lienthong'))
  return true
}
