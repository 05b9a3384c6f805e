import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Format } from '@lienthong/plugin-sdk'
import { formatOfFile, formatsOfFiles } from '@lienthong/protocol'
import { documentTextOf } from '@lienthong/protocol/client'
import { escapePath, glob, isDynamicPattern } from 'tinyglobby'
import { Failure } from '../failure.ts'

/** A file to check, as the person named it. */
export interface SourceFile {
  readonly path: string
  readonly format: Format
  readonly text: string
}

/** Reads files, folders and patterns. Line ends become LF, as documents have them. Errors: FILES_NOT_FOUND, FILE_UNREADABLE, FORMAT_UNKNOWN. */
export async function readSources(patterns: readonly string[], cwd: string): Promise<SourceFile[]> {
  const paths = new Set<string>()
  for (const pattern of patterns) for (const path of await pathsOf(pattern, cwd)) paths.add(path)
  if (paths.size === 0) throw new Failure('FILES_NOT_FOUND', { patterns: patterns.join(' ') })
  return Promise.all([...paths].map(path => readSource(path, cwd)))
}

async function pathsOf(pattern: string, cwd: string): Promise<string[]> {
  const found = await stat(resolve(cwd, pattern)).catch(() => undefined)
  if (found?.isFile()) return [pattern]
  if (!found && !isDynamicPattern(pattern)) throw new Failure('FILES_NOT_FOUND', { patterns: pattern })
  const wanted = found
    ? Object.keys(formatsOfFiles).map(extension => `${escapePath(pattern)}/**/*${extension}`)
    : [pattern]
  return (await glob(wanted, { cwd, ignore: ['**/node_modules/**', '**/dist/**'], dot: false })).sort()
}

async function readSource(path: string, cwd: string): Promise<SourceFile> {
  const format = formatOfFile(path)
  if (!format) throw new Failure('FORMAT_UNKNOWN', { file: path })
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('FILE_UNREADABLE', { file: path, reason: error.code ?? 'unknown' })
  })
  return { path, format, text: documentTextOf(text) }
}
