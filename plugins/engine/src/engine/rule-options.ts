import { type Schema, Validator } from '@cfworker/json-schema'
import type { RuleSummary } from './plugin-meta.ts'
import { isJson } from './untrusted.ts'

/** Longest options of a rule, as JSON: holding them against a schema takes as many steps as the product of both lengths. */
const maxOptionsLength = 20_000

/** Where options break the schema that their rule gives of them, and the keyword that they break. */
export interface OptionsProblem {
  readonly path: string
  readonly keyword: string
}

/** What is wrong with a rule's options; null when they fit. A rule without a schema takes none. */
export const optionsProblem = (
  { optionsSchema }: Pick<RuleSummary, 'optionsSchema'>,
  options: Readonly<Record<string, unknown>>,
): OptionsProblem | null => {
  if (!isJson(options, maxOptionsLength)) return { path: '#', keyword: 'maxLength' }
  // Interpreted: a validator that is compiled to code would let a plugin's schema write code for the host.
  const schema = (optionsSchema ?? { additionalProperties: false }) as Schema
  const { valid, errors } = new Validator(schema, '2020-12').validate(options)
  const deepest = errors.at(-1)
  // What no schema allows breaks `false`; the keyword that says `false` is one up.
  const said = errors.filter(error => error.keyword !== 'false').at(-1)
  return valid ? null : { path: deepest?.instanceLocation ?? '#', keyword: said?.keyword ?? 'false' }
}
