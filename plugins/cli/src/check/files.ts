import { readFile, stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import type { Format } from '@lienthong/plugin-sdk'
import { FileRefused, formatOfFile, formatsOfFiles } from '@lienthong/protocol'
import { readFileText } from '@lienthong/protocol/file-text'
import { escapePath, glob, isDynamicPattern } from 'tinyglobby'
import { isOwnFile } from '../config/names.ts'
import { Failure } from '../failure.ts'

/** A file to check. `path` is relative to where the command runs, with `/` on every system. */
export interface SourceFile {
  readonly path: string
  readonly format: Format
  readonly text: string
}

/** The paths that files, folders and patterns name, each once and in order; the command's own files are none. Errors: FILES_NOT_FOUND. */
export async function pathsOf(patterns: readonly string[], cwd: string): Promise<string[]> {
  const paths = new Set<string>()
  for (const pattern of patterns)
    for (const path of await matching(pattern, cwd))
      paths.add(relative(cwd, resolve(cwd, path)).split(sep).join('/'))
  if (paths.size === 0) throw new Failure('FILES_NOT_FOUND', { patterns: patterns.join(' ') })
  return [...paths].sort()
}

async function matching(pattern: string, cwd: string): Promise<string[]> {
  // What a script's variable without a value leaves; it is no folder.
  if (pattern === '') throw new Failure('FILES_NOT_FOUND', { patterns: '""' })
  const named = await stat(resolve(cwd, pattern)).catch(() => undefined)
  if (named?.isFile()) return [pattern]
  if (!named && !isDynamicPattern(pattern)) throw new Failure('FILES_NOT_FOUND', { patterns: pattern })
  const wanted = named
    ? Object.keys(formatsOfFiles).map(extension => `${escapePath(pattern)}/**/*${extension}`)
    : [pattern]
  const found = await glob(wanted, { cwd, ignore: ['**/node_modules/**', '**/dist/**'], dot: false })
  return found.filter(path => !isOwnFile(path))
}

/** Reads a file. Line ends become LF, as documents have them. Errors: FORMAT_UNKNOWN, FILE_UNREADABLE, FILE_NOT_TEXT. */
export async function readSource(path: string, cwd: string): Promise<SourceFile> {
  const format = formatOfFile(path)
  if (!format) throw new Failure('FORMAT_UNKNOWN', { file: path })
  const bytes = await readFile(resolve(cwd, path)).catch((error: NodeJS.ErrnoException) => {
    throw new Failure('FILE_UNREADABLE', { file: path, reason: error.code ?? 'unknown' })
  })
  const read = readFileText(bytes)
  if (!read) throw new FileRefused('FILE_NOT_TEXT', { file: path })
  return { path, format, text: read.text }
}
