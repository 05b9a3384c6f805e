import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { guessOf } from '@lienthong/plugin-engine'
import { RuleInputs } from '@lienthong/protocol'
import * as z from 'zod/mini'
import type { Config } from '../config/config.ts'
import { Failure } from '../failure.ts'

/** What a configuration says that rules may look up, `{}` where it names no file. Errors: FILE_UNREADABLE, INPUTS_INVALID, DATABASE_UNKNOWN. */
export async function inputsOf(config: Config): Promise<RuleInputs> {
  const { folder, inputs: file } = config
  if (folder === null || file === null) return {}
  const text = await readFile(resolve(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('FILE_UNREADABLE', { file, reason: error.code ?? 'unknown' })
  })
  const parsed = z.safeParse(RuleInputs, jsonOf(text))
  if (parsed.success) return withDatabase(parsed.data, file, config)
  const [issue] = parsed.error.issues
  throw new Failure('INPUTS_INVALID', { file, path: issue?.path.join('.') || '.' })
}

/** Changes when the file does that {@link inputsOf} reads. */
export async function inputsStamp({ folder, inputs: file }: Config): Promise<string> {
  if (folder === null || file === null) return ''
  const state = await stat(resolve(folder, file)).catch(() => null)
  return state ? `${state.mtimeMs} ${state.size}` : 'gone'
}

/** With a database that is not there, rules on the database of a document would keep silent. */
function withDatabase(inputs: RuleInputs, file: string, { database, placeOf }: Config): RuleInputs {
  const { inventory } = inputs
  const codes = inventory?.databases.map(({ code }) => code)
  if (!codes || database === null || codes.includes(database)) return inputs
  const place = placeOf(['database'])
  const guess = guessOf(database, codes)
  throw new Failure('DATABASE_UNKNOWN', { place, database, file, day: inventory?.day ?? '', guess })
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
