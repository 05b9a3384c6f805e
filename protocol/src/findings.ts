import * as z from 'zod/mini'
import { DocumentId } from './ids.ts'
import { Bytes, notice } from './message.ts'

/** A text in the product's two languages. */
export const LocalText = z.object({ vi: z.string(), en: z.string() })
export type LocalText = z.infer<typeof LocalText>

/** `fault` is a plugin's own failure, shown as a finding that names the plugin. */
export const Severity = z.enum(['error', 'warning', 'info', 'hint', 'fault'])
export type Severity = z.infer<typeof Severity>

/** A range of a document that stays on its words: encoded relative positions. */
export const AnchoredRange = z.object({ start: Bytes, end: Bytes })
export type AnchoredRange = z.infer<typeof AnchoredRange>

/** One replacement of a quick fix. `expected` is the text that it replaces: if the words differ by now, the fix is stale and must be dropped. */
export const FixEdit = z.object({ range: AnchoredRange, expected: z.string(), text: z.string() })
export type FixEdit = z.infer<typeof FixEdit>

/** A quick fix: all edits or none. */
export const Fix = z.object({ title: LocalText, edits: z.array(FixEdit) })
export type Fix = z.infer<typeof Fix>

/** Why a finding counts for nothing for now (rule W2): it is told, and no problem. */
export const WaivedBy = z.object({ reason: z.string(), until: z.string(), approvedBy: z.string() })
export type WaivedBy = z.infer<typeof WaivedBy>

/** What a rule found. `ruleId` is `plugin/rule`; `fingerprint` stays the same while the node's path and content do. */
export const Finding = z.object({
  ruleId: z.string(),
  severity: Severity,
  message: LocalText,
  range: AnchoredRange,
  fingerprint: z.string(),
  docsUrl: z.optional(z.string()),
  fixes: z.array(Fix),
  waived: z.optional(WaivedBy),
})
export type Finding = z.infer<typeof Finding>

/**
 * The findings of some units of a document were replaced. A unit is a definition, section or statement; `''` is the whole document.
 * `isComplete` says that the list holds every unit: drop the ones that it does not name.
 */
export const FindingsChanged = notice(
  'findings:changed',
  z.object({
    documentId: DocumentId,
    revision: z.number(),
    isComplete: z.boolean(),
    units: z.array(z.object({ unit: z.string(), findings: z.array(Finding) })),
  }),
)
