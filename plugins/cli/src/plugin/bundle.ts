import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildFailure } from 'esbuild'
import { Failure } from '../failure.ts'
import { folderOf } from '../root.ts'

/** One ES module, and the map that tells where in the author's files its parts were written, relative to their folder. */
export interface Bundle {
  readonly code: string
  readonly sourceMap: string
}

/**
 * Bundles a TypeScript file with everything that it imports into one ES module. The plugin SDK is this command's own, so a
 * plugin needs nothing installed to be packed. The same sources give the same text wherever they lie: without white space no
 * comment tells where a module came from. Errors: CODE_INVALID with the place, relative to `folder`.
 */
export async function bundle(folder: string, entry: string): Promise<Bundle> {
  // Loaded when needed: most commands bundle nothing.
  const { build } = await import('esbuild')
  try {
    const { outputFiles } = await build({
      entryPoints: [join(folder, entry)],
      absWorkingDir: folder,
      // Nothing is written; paths in the map are relative to it.
      outfile: join(folder, 'plugin.js'),
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      platform: 'neutral',
      charset: 'utf8',
      mainFields: ['module', 'main'],
      alias: { '@lienthong/plugin-sdk': sdkEntry() },
      treeShaking: true,
      minifyWhitespace: true,
      sourcemap: 'external',
      sourcesContent: false,
      logLevel: 'silent',
    })
    const [sourceMap, code] = outputFiles
    return { code: code?.text ?? '', sourceMap: sourceMap?.text ?? '' }
  } catch (error) {
    throw new Failure('CODE_INVALID', { detail: isBuildFailure(error) ? firstProblem(error) : String(error) })
  }
}

/** The SDK beside this command: its sources in a checkout, else what is published. */
function sdkEntry(): string {
  const sdk = folderOf('@lienthong/plugin-sdk')
  const found = sdk && ['src/index.ts', 'dist/index.js'].map(path => join(sdk, path)).find(existsSync)
  if (!found) throw new Error('@lienthong/plugin-sdk is not installed beside lienthong')
  return found
}

const isBuildFailure = (error: unknown): error is BuildFailure =>
  error instanceof Error && Array.isArray((error as BuildFailure).errors)

function firstProblem({ errors }: BuildFailure): string {
  const [first] = errors
  if (!first) return 'esbuild'
  const { location, text } = first
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text
}
