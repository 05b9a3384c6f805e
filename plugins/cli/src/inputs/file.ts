import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { RuleInputs } from '@lienthong/protocol'
import * as z from 'zod/mini'
import type { Config } from '../config/config.ts'
import { Failure } from '../failure.ts'

/** What a configuration says that rules may look up, `{}` where it names no file. Errors: FILE_UNREADABLE, INPUTS_INVALID. */
export async function inputsOf({ folder, inputs: file }: Config): Promise<RuleInputs> {
  if (folder === null || file === null) return {}
  const text = await readFile(resolve(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('FILE_UNREADABLE', { file, reason: error.code ?? 'unknown' })
  })
  const parsed = z.safeParse(RuleInputs, jsonOf(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Failure('INPUTS_INVALID', { file, path: issue?.path.join('.') || '.' })
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
