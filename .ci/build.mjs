// Builds what is older than its sources: compiles with swc (types are `npm run check`'s business), or runs the folder's own build.mjs.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformFile } from '@swc/core'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A folder of `plugins` with a manifest is a rule set. Packed by the command line: when that changes, they are stale too. */
const ruleSets = readdirSync(join(root, 'plugins'))
  .map(name => `plugins/${name}`)
  .filter(folder => existsSync(join(root, folder, 'plugin.json')))
const packer = 'plugins/cli'

/** In this order: a step may use what the steps before it built. Steps of one row run side by side. */
const steps = [
  ['protocol', 'plugins/sdk', 'plugins/engine', 'plugins/cli', 'server', 'e2e'],
  [...ruleSets, 'extension', 'portal'],
]

/** Where each package of ours is, by its name. */
const folders = new Map(
  await Promise.all(
    steps.flat().map(async name => {
      const manifest = JSON.parse(await readFile(join(root, name, 'package.json'), 'utf8'))
      return [manifest.name, name]
    }),
  ),
)

/** Those named on the command line, or in a folder named there, with what they are built from; all when none is named. */
const named = process.argv.slice(2)
const isNamed = name => named.length === 0 || named.some(one => `${name}/`.startsWith(`${one}/`))
const wanted = new Set(
  (
    await Promise.all(
      steps
        .flat()
        .filter(isNamed)
        .map(name => builtFrom(name)),
    )
  ).flat(),
)

for (const row of steps) await Promise.all(row.filter(name => wanted.has(name)).map(buildWhenStale))

async function buildWhenStale(name) {
  const folder = join(root, name)
  const stamp = join(folder, 'dist', '.built')
  const own = join(folder, 'build.mjs')
  const isBundled = existsSync(own)
  const sources = await fingerprintOf(await (isBundled ? sourcesOf(name) : filesIn(folder)))
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return
  process.stdout.write(`Building ${name} …\n`)
  if (isBundled) await (await import(pathToFileURL(own).href)).build()
  else await compile(folder)
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, sources)
}

/** The folder's own files, and those of what it is built from: a bundle holds them too. */
async function sourcesOf(name) {
  const folders = await builtFrom(name)
  return (await Promise.all(folders.map(folder => filesIn(join(root, folder))))).flat()
}

/** The folder, the packages of ours that it depends on, and what packs it. */
async function builtFrom(name, seen = new Set()) {
  if (seen.has(name)) return []
  seen.add(name)
  const manifest = JSON.parse(await readFile(join(root, name, 'package.json'), 'utf8'))
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .map(dependency => folders.get(dependency))
    .filter(folder => folder !== undefined)
  const others = [...used, ...(ruleSets.includes(name) ? [packer] : [])]
  const lists = await Promise.all(others.map(folder => builtFrom(folder, seen)))
  return [name, ...lists.flat()]
}

/** Changes with every file that is changed, added or removed. */
async function fingerprintOf(files) {
  const all = [...files, join(root, 'package-lock.json'), join(root, '.swcrc')].sort()
  const times = await Promise.all(all.map(async file => (await stat(file)).mtimeMs))
  return createHash('sha256')
    .update(all.map((file, at) => `${relative(root, file)} ${times[at]}`).join('\n'))
    .digest('hex')
}

/** Compiles `src` into `dist`, file by file; copies what is not TypeScript. */
async function compile(folder) {
  const from = existsSync(join(folder, 'src')) ? join(folder, 'src') : folder
  const to = join(folder, 'dist')
  await rm(to, { recursive: true, force: true })
  for (const file of await filesIn(from)) {
    const target = join(to, relative(from, file))
    await mkdir(dirname(target), { recursive: true })
    if (!file.endsWith('.ts')) await cp(file, target)
    else if (!/\.(spec|d)\.ts$/.test(file)) await compileFile(file, target.replace(/\.ts$/, '.js'))
  }
}

async function compileFile(file, target) {
  const { code } = await transformFile(file, {
    configFile: join(root, '.swcrc'),
    jsc: { rewriteRelativeImportExtensions: true },
  })
  await writeFile(target, code)
}

async function filesIn(folder) {
  const found = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', 'screenshots', 'reports'].includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await filesIn(path)))
    else if (!entry.name.endsWith('.vsix')) found.push(path)
  }
  return found
}
