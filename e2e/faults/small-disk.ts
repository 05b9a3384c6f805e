import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterwards } from './afterwards.ts'

/** A file system of a few megabytes, to be filled and freed. Unmounted after the file's tests. */
export class SmallDisk {
  readonly folder: string

  constructor(megabytes: number) {
    this.folder = mounted(megabytes)
    afterwards(() => unmount(this.folder))
  }

  /** Whether this machine lets us have one. */
  static get isPossible(): boolean {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
    try {
      unmount(mounted(1))
      return true
    } catch {
      return false
    }
  }

  /** Takes all of it but so many bytes. */
  fill(leaveBytes: number): void {
    this.free()
    const { bavail, bsize } = statfsSync(this.folder)
    writeFileSync(this.ballast, new Uint8Array(Math.max(0, bavail * bsize - leaveBytes)))
  }

  free(): void {
    rmSync(this.ballast, { force: true })
  }

  private get ballast(): string {
    return join(this.folder, 'ballast')
  }
}

const mounted = (megabytes: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-small-disk-'))
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
    return folder
  } catch (error) {
    rmdirSync(folder)
    throw error
  }
}

/** Lazily: also when a process that would not end still has a file open there. */
const unmount = (folder: string): void => {
  run('umount', '--lazy', folder)
  rmdirSync(folder)
}

const run = (command: string, ...args: string[]): void => {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
}
