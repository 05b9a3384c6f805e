import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../product.ts'

const execute = promisify(execFile)

/** How often a whole document is linted. */
export const relints = 5

interface Theirs {
  ms: number[]
  byRule: Record<string, number>
}

/** How long another linter takes for a text, in a process of its own that has started already. */
export async function measurePeer(
  peer: 'spectral' | 'redocly',
  peers: string,
  folder: string,
  text: string,
): Promise<Theirs> {
  const file = join(folder, `${peer}.yaml`)
  await writeFile(file, text)
  const script = join(root, `e2e/bench/relint/${peer}.mjs`)
  const { stdout } = await execute(process.execPath, [script, peers, file, String(relints)], {
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(stdout)
}
