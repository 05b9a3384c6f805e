import { constants } from 'node:fs'
import { copyFile, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { FileRefused } from '@lienthong/protocol'
import type { Folder } from '@lienthong/protocol/client'

/** A folder on this machine's disk. */
export class DiskFolder implements Folder {
  constructor(readonly root: string) {}

  /** The name of a file of this folder. Errors: FILE_OUTSIDE. */
  nameOf(file: string): string {
    const name = relative(this.root, resolve(this.root, file))
    if (name === '' || name.split(sep)[0] === '..' || isAbsolute(name)) throw outside(file)
    return name.split(sep).join('/')
  }

  /** Undefined when there is no such file. Errors: FILE_OUTSIDE, FILE_UNREADABLE. */
  async read(name: string): Promise<Buffer | undefined> {
    const path = await this.pathOf(name)
    return readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw new FileRefused('FILE_UNREADABLE', { file: name, reason: error.code ?? 'unknown' })
    })
  }

  /**
   * Replaces a file at once, so that whoever stops us leaves the old or the new. `before` is what it must still hold, undefined for no file.
   * Errors: FILE_OUTSIDE, FILE_CHANGED, FILE_UNWRITABLE.
   */
  async write(name: string, content: string, before: string | undefined): Promise<void> {
    const path = await this.pathOf(name)
    const now = await this.read(name)
    if (now?.toString('utf8') !== before) throw new FileRefused('FILE_CHANGED', { file: name })
    const next = `${path}.${process.pid}.new`
    const { mode } = (await lstat(path).catch(() => undefined)) ?? { mode: 0o644 }
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(next, content, { flag: 'wx', mode: mode & 0o777 })
      await rename(next, path)
    } catch (error) {
      await rm(next, { force: true })
      throw new FileRefused('FILE_UNWRITABLE', { file: name, reason: codeOf(error) })
    }
  }

  /** Copies a file beside itself under a name that is free; answers that name. */
  async keep(name: string): Promise<string> {
    const path = await this.pathOf(name)
    for (let count = 1; ; count++) {
      const kept = count === 1 ? '.orig' : `.orig-${count}`
      try {
        await copyFile(path, path + kept, constants.COPYFILE_EXCL)
        return name + kept
      } catch (error) {
        if (codeOf(error) !== 'EEXIST')
          throw new FileRefused('FILE_UNWRITABLE', { file: name + kept, reason: codeOf(error) })
      }
    }
  }

  /** The plain files right in the folder. */
  async names(): Promise<string[]> {
    const entries = await readdir(this.root, { withFileTypes: true }).catch(() => [])
    return entries.filter(entry => entry.isFile()).map(({ name }) => name)
  }

  private async pathOf(name: string): Promise<string> {
    const parts = this.nameOf(name).split('/')
    const path = join(this.root, ...parts)
    for (let depth = 1; depth <= parts.length; depth++) {
      const found = await lstat(join(this.root, ...parts.slice(0, depth))).catch(() => undefined)
      const isRight = depth < parts.length ? found?.isDirectory() : found?.isFile()
      if (found && !isRight) throw outside(name)
    }
    return path
  }
}

const outside = (file: string) => new FileRefused('FILE_OUTSIDE', { file })

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown'
