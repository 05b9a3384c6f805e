import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package. */
export const packageRoot: string = dirname(
  nearest(dirname(fileURLToPath(import.meta.url)), 'package.json') ?? '',
)

/** The folder of an installed package, looked for from here upwards as Node does; undefined when it is not there. */
export const folderOf = (name: string): string | undefined => nearest(packageRoot, join('node_modules', name))

/** The nearest such path in a folder or above it. */
export function nearest(folder: string, path: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = join(at, path)
    if (existsSync(found)) return found
    if (at === dirname(at)) return undefined
  }
}
