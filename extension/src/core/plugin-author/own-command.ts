import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The `lienthong` that `npx` would run in a folder: that of its project, else of one above, as far as the folders are the person's own. */
export const commandFor = (folder: string): string | undefined => {
  const above = dirname(folder)
  // Where others may write, they may leave a command for whoever works below.
  if (above === folder || !isOwn(folder)) return undefined
  const command = join(folder, 'node_modules/lienthong/bin/lienthong.js')
  return existsSync(command) ? command : commandFor(above)
}

const isOwn = (folder: string): boolean =>
  process.getuid === undefined || statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid()

/** How `lienthong` is run. */
export interface CommandRun {
  /** Its script (`commandFor`). */
  command: string
  words: readonly string[]
  folder: string
  /** Besides what this process has: the server and the token, which a list of processes must not show. */
  env?: Readonly<Record<string, string>>
}

/** Not by the editor's own Node: the sandbox for plugins needs what only the real one has (permissions of processes). */
export const startCommand = ({ command, words, folder, env }: CommandRun): ChildProcess =>
  spawn('node', [command, ...words], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
