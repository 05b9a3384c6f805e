import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Folder } from '../src/core/folder-store.ts'

/** A real folder, which does not exist before something is written. */
export const folderAt = (path: string): Folder => ({
  names: () => readdir(path).catch(() => []),
  read: async name => new Uint8Array(await readFile(join(path, name))),
  write: async (name, content) => {
    await mkdir(path, { recursive: true })
    await writeFile(join(path, name), content)
  },
  remove: name => rm(join(path, name), { force: true }),
})
