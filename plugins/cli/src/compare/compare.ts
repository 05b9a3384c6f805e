import {
  breaks,
  isTransitive,
  type Mode,
  type Policy,
  type Step,
  stepOf,
  type Witness,
} from '@lienthong/compatibility/compare'
import { readWhole } from '@lienthong/plugin-engine'
import type { LocalText } from '@lienthong/plugin-sdk'
import { readSource } from '../check/files.ts'
import { Failure } from '../failure.ts'
import { type Io, paint } from '../io.ts'
import { type Compared, compareTwo } from './languages.ts'
import { compareWords } from './words.ts'

/** The options of `lienthong compare`. */
export interface CompareOptions {
  readonly mode: Mode
  readonly policy: Policy
  readonly json: boolean
}

/** One older version against the new one. */
interface Against {
  readonly file: string
  readonly differences: readonly (Compared['differences'][number] & { readonly isBreaking: boolean })[]
  readonly witness: Witness | null
}

interface Result {
  readonly mode: Mode
  readonly policy: Policy
  readonly isCompatible: boolean
  readonly step: Step
  readonly against: readonly Against[]
}

/** `lienthong compare`: 0 when what the mode promises is kept, 1 when something breaks. Errors: those of reading files, USAGE_WRONG, FORMAT_UNKNOWN. */
export async function compare(paths: readonly string[], options: CompareOptions, io: Io): Promise<number> {
  if (paths.length < 2) throw new Failure('ARGUMENT_MISSING', { name: 'new' })
  const files = await Promise.all(paths.map(path => readSource(path, io.cwd)))
  const documents = await Promise.all(files.map(({ format, text }) => readWhole(format, text)))
  const young = documents.at(-1)
  const older = documents.slice(0, -1).map((document, i) => ({ document, file: files[i]?.path ?? '' }))
  const against = (isTransitive(options.mode) ? older : older.slice(-1)).map(({ document, file }) => {
    const compared = young && compareTwo(document, young)
    if (!compared) throw new Failure('FORMAT_UNKNOWN', { file })
    return judged(file, compared, options)
  })
  const { mode, policy } = options
  const step = stepOf(
    against.flatMap(({ differences }) => differences),
    mode,
    policy,
  )
  const result: Result = { mode, policy, isCompatible: step !== 'major', step, against }
  if (options.json) io.out(JSON.stringify(result, null, 2))
  else print(result, io)
  return result.isCompatible ? 0 : 1
}

function judged(file: string, compared: Compared, { mode, policy }: CompareOptions): Against {
  const differences = compared.differences.map(difference => ({
    ...difference,
    isBreaking: breaks(difference, mode, policy),
  }))
  const isBroken = differences.some(({ isBreaking }) => isBreaking)
  return { file, differences, witness: isBroken ? compared.witness(mode) : null }
}

function print({ mode, isCompatible, step, against }: Result, io: Io): void {
  for (const { file, differences, witness } of against) {
    io.out(io.speech.say(compareWords.against, { file }))
    for (const difference of differences) io.out(`  ${line(difference, io)}`)
    if (differences.length === 0) io.out(`  ${io.speech.say(compareWords.same)}`)
    if (differences.some(({ isBreaking }) => isBreaking)) io.out(`  ${shown(witness, io)}`)
  }
  const verdict: LocalText = isCompatible ? compareWords.verdictKept : compareWords.verdictBroken
  io.out(paint(io, isCompatible ? 'green' : 'red', io.speech.say(verdict, { mode, step })))
}

function line({ isBreaking, message, place, type }: Against['differences'][number], io: Io): string {
  const word = isBreaking ? compareWords.breaking : compareWords.compatible
  const mark = paint(io, isBreaking ? 'red' : 'green', io.speech.say(word))
  return `${mark} ${place} ${message[io.speech.lang]} ${paint(io, 'grey', type)}`
}

function shown(witness: Witness | null, io: Io): string {
  if (!witness) return io.speech.say(compareWords.unproven)
  const record = JSON.stringify(witness.record)
  return io.speech.say(witness.valid === 'old' ? compareWords.refused : compareWords.unknown, { record })
}
