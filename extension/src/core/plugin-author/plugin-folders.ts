import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Deeper nobody keeps a plugin, and a large folder is walked in no time. */
const deepest = 4

/** What packing wrote, what is installed and what is hidden is nobody's source. */
const isSource = (name: string): boolean => !/^(?:\..*|node_modules|dist)$/.test(name)

/** The folders of a plugin's sources in a folder, itself included, in order. Other products have a `plugin.json`, too: ours has an entry beside it. */
export const pluginFoldersIn = async (folder: string, depth = deepest): Promise<string[]> => {
  if (['plugin.json', 'src/index.ts'].every(file => existsSync(join(folder, file)))) return [folder]
  if (depth === 0) return []
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const below = entries.filter(entry => entry.isDirectory() && isSource(entry.name)).map(({ name }) => name)
  const found = await Promise.all(below.sort().map(name => pluginFoldersIn(join(folder, name), depth - 1)))
  return found.flat()
}
