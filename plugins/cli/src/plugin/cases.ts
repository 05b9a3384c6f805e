import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CaseInputs, RuleCases } from '@lienthong/plugin-sdk'
import { glob } from 'tinyglobby'
import * as z from 'zod/mini'
import { Failure } from '../failure.ts'
import { problemOf } from '../words/problems.ts'
import { bundle } from './bundle.ts'

const Finding = z.object({ messageId: z.string(), marked: z.string(), line: z.optional(z.number()) })
const records = z.optional(z.array(z.looseObject({ code: z.string() })))
const inputsShape = z.object({
  directives: z.optional(z.object({ day: z.string(), directives: records })),
  inventory: z.optional(
    z.object({ day: z.string(), databases: records, lists: records, organisations: records }),
  ),
  schemas: z.optional(
    z.object({
      day: z.string(),
      schemas: z.array(z.object({ address: z.string(), entities: z.array(z.object({ name: z.string() })) })),
    }),
  ),
  dictionary: z.optional(z.object({ day: z.string(), elements: z.array(z.object({ name: z.string() })) })),
})
const Inputs = z.custom<CaseInputs>(value => z.safeParse(inputsShape, value).success)
const formats = ['markdown', 'json-schema-yaml', 'json-schema-json', 'sql'] as const
const valid = {
  name: z.optional(z.string()),
  format: z.optional(z.enum(formats)),
  text: z.string(),
  published: z.optional(z.string()),
  earlier: z.optional(z.array(z.string())),
  inputs: z.optional(Inputs),
  others: z.optional(z.record(z.string(), z.string())),
  database: z.optional(z.string()),
  options: z.optional(z.record(z.string(), z.json())),
}
const { options: _, published: __, earlier: ___, ...atPlace } = valid
const place = {
  ...atPlace,
  explains: z.optional(z.array(z.string())),
  proposes: z.optional(z.array(z.union([z.string(), z.number(), z.boolean()]))),
}
const CasesByRule = z.record(
  z.string(),
  z.object({
    valid: z.array(z.union([z.string(), z.strictObject(valid)])),
    invalid: z.array(z.strictObject({ ...valid, findings: z.array(Finding), fixed: z.optional(z.string()) })),
    help: z.optional(z.array(z.strictObject(place))),
  }),
)

/** A rule's cases and the file that they stand in, relative to the plugin. */
export interface CasesOfRule {
  readonly rule: string
  readonly file: string
  readonly cases: RuleCases
}

/** Reads every `*.cases.ts` of a plugin: the default export holds the cases by rule. Errors: CASES_MISSING, CASES_INVALID, CODE_INVALID. */
export async function readCases(folder: string): Promise<CasesOfRule[]> {
  const ignore = ['**/node_modules/**', '**/dist/**']
  const files = (await glob(['**/*.cases.ts'], { cwd: folder, ignore })).sort()
  if (files.length === 0) throw new Failure('CASES_MISSING', { folder })
  const temporary = await mkdtemp(join(tmpdir(), 'lienthong-cases-'))
  try {
    const found: CasesOfRule[] = []
    for (const [i, file] of files.entries()) {
      const module = join(temporary, `cases-${i}.mjs`)
      await writeFile(module, (await bundle(folder, file)).code)
      const byRule = await casesOf(module, file)
      found.push(...Object.entries(byRule).map(([rule, cases]) => ({ rule, file, cases })))
    }
    return found
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function casesOf(module: string, file: string): Promise<Record<string, RuleCases>> {
  const exports: { default?: unknown } = await import(pathToFileURL(module).href).catch((error: unknown) => {
    throw new Failure('CASES_INVALID', { file, detail: String(error) })
  })
  const parsed = z.safeParse(CasesByRule, exports.default)
  if (parsed.success) return parsed.data
  throw new Failure('CASES_INVALID', { file, detail: problemOf(CasesByRule, exports.default) })
}
