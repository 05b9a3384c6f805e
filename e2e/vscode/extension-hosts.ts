import { readdir, readFile } from 'node:fs/promises'

/** Kills the extension hosts of every VS Code that this process started; their windows start new ones by themselves. */
export async function killExtensionHosts(): Promise<void> {
  for (const pid of await descendants(process.pid))
    if ((await commandLineOf(pid)).includes('--type=extensionHost')) process.kill(pid, 'SIGKILL')
}

async function descendants(of: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number)
  const parents = new Map(await Promise.all(pids.map(async pid => [pid, await parentOf(pid)] as const)))
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === of || isBelow(parents.get(pid)))
  return pids.filter(pid => pid !== of && isBelow(pid))
}

/** A process may end while it is looked at. */
const parentOf = async (pid: number): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1]
  return parent === undefined ? undefined : Number(parent)
}

const commandLineOf = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
