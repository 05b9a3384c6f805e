// Fails when a numbered rule of docs/rules has no test whose title carries its number, a test names a rule that is not written, or two rules share a number: either's tests would do for both.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const number = /^- \*\*([A-Z]+\d+)\*\*/gm
const title = /\[([A-Z]+\d+(?:, ?[A-Z]+\d+)*)\]/g

const written = new Map()
const twice = []
for (const file of readdirSync(join(root, 'docs/rules'))) {
  const text = readFileSync(join(root, 'docs/rules', file), 'utf8')
  for (const [, id] of text.matchAll(number)) {
    const before = written.get(id)
    if (before) twice.push(`${id} is written twice: in docs/rules/${before} and in docs/rules/${file}`)
    written.set(id, file)
  }
}
const tested = new Map()
for (const file of specsIn(root)) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!/\b(it|test|describe)\b.*\(/.test(line)) continue
    for (const [, ids] of line.matchAll(title)) for (const id of ids.split(/, ?/)) tested.set(id, file)
  }
}
const untested = [...written]
  .filter(([id]) => !tested.has(id))
  .map(([id, file]) => `${id} (docs/rules/${file}) has no test`)
const unknown = [...tested]
  .filter(([id]) => !written.has(id))
  .map(([id, file]) => `${id} is named in ${file} but not written in docs/rules`)
const problems = [...twice, ...untested, ...unknown]
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.stdout.write(`${written.size} rules, ${problems.length} without their other half\n`)
process.exit(problems.length === 0 ? 0 : 1)

function specsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (['node_modules', 'dist', '.git'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return specsIn(path)
    return /\.spec\.tsx?$/.test(entry.name) ? [path] : []
  })
}
