import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { root, startProduct } from '../product.ts'
import { pause } from '../until.ts'
import type { Bench } from './bench.ts'
import { residentKbOf } from './resources.ts'

/** What the product costs before anybody does anything. */
export const footprint: Bench = {
  title: 'Start and footprint',
  run: async () => {
    const started = performance.now()
    const product = await startProduct()
    const readyMs = performance.now() - started
    try {
      // Ten quiet seconds: what start-up needed only once has been given back.
      await pause(10_000)
      const rows = [
        ['migrate, seed and listen on an empty data folder', `${(readyMs / 1000).toFixed(1)} s`],
        ['server idle, resident', `${((await residentKbOf(product.process.pid)) / 1024).toFixed(0)} MB`],
        ...(await bundles()),
      ]
      return [
        '| what | figure |',
        '|---|---|',
        ...rows.map(([what, figure]) => `| ${what} | ${figure} |`),
      ].join('\n')
    } finally {
      await product.stop()
    }
  },
}

async function bundles(): Promise<[string, string][]> {
  const folder = join(root, 'extension/dist')
  const names = (await readdir(folder)).filter(name => /\.c?js$/.test(name))
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const { size } = await stat(join(folder, name))
      return [`extension bundle ${name}, minified`, `${(size / 1000).toFixed(0)} kB`]
    }),
  )
}
