import * as z from 'zod/mini'
import { LocalText, Severity } from './findings.ts'

const Place = z.object({ line: z.number(), column: z.number() })

/** A range of a text: lines and columns count from 1, columns in UTF-16 units; the end is the place after the range. */
const placed = { start: Place, end: Place }

/** What a plugin that is being written finds in a text. */
export const TriedFinding = z.object({
  ruleId: z.string(),
  severity: Severity,
  message: LocalText,
  ...placed,
  fixes: z.array(z.object({ title: LocalText, edits: z.array(z.object({ ...placed, text: z.string() })) })),
})
export type TriedFinding = z.infer<typeof TriedFinding>

/** The plugin ran on one state of a text. `sha256` is that of the text in UTF-8 with LF, in hexadecimal: beside another text the places mean nothing. */
export const CheckedRound = z.object({
  state: z.literal('checked'),
  subject: z.string(),
  plugin: z.object({ id: z.string(), version: z.string() }),
  sha256: z.string(),
  findings: z.array(TriedFinding),
  /** Rules that did not run because an input is missing. */
  idle: z.array(z.object({ rule: z.string(), input: z.string() })),
})
export type CheckedRound = z.infer<typeof CheckedRound>

/** The plugin does not build or load, or the text cannot be read. The next change is waited for. */
export const RefusedRound = z.object({
  state: z.literal('refused'),
  subject: z.string(),
  code: z.string(),
  message: LocalText,
})
export type RefusedRound = z.infer<typeof RefusedRound>

/** One line of `lienthong plugin dev --format json-lines`: what came of trying the plugin after a change of it or of the text (rule T38). */
export const TrialRound = z.discriminatedUnion('state', [CheckedRound, RefusedRound])
export type TrialRound = z.infer<typeof TrialRound>
