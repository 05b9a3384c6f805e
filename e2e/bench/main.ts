import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '../product.ts'
import type { Bench } from './bench.ts'
import { findings } from './findings.ts'
import { footprint } from './footprint.ts'
import { hostilePlugins } from './hostile.ts'
import { coEditing, crowd, manyDocuments, teams500, teams1000 } from './loads.ts'
import { opening } from './relint/opening.ts'
import { relint } from './relint/relint.ts'
import { trace } from './trace.ts'

const benches: Record<string, Bench> = {
  'co-editing': coEditing,
  crowd,
  'many-documents': manyDocuments,
  'teams-500': teams500,
  'teams-1000': teams1000,
  trace,
  findings,
  hostile: hostilePlugins,
  relint,
  opening,
  footprint,
}
const readme = join(root, 'e2e/bench/README.md')

const wanted = process.argv.slice(2)
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name]
  if (!bench) {
    console.error(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.`)
    process.exit(2)
  }
  console.log(`\n## ${bench.title}\n`)
  const reason = bench.leftOut?.() ?? null
  if (reason !== null) {
    console.log(`Left out: ${reason}.`)
    continue
  }
  const table = await bench.run()
  console.log(table)
  await keep(name, table)
}

/** Puts a table into the README between its two marks, with the machine and the day. */
async function keep(name: string, table: string): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
  const day = new Date().toISOString().slice(0, 10)
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const text = await readFile(readme, 'utf8')
  const [before, rest] = text.split(open)
  const after = rest?.split(close)[1]
  if (before === undefined || after === undefined)
    throw new Error(`e2e/bench/README.md has no place for ${name}`)
  await writeFile(readme, `${before}${open}\n${table}\n\n${day}, ${machine}\n${close}${after}`)
}
