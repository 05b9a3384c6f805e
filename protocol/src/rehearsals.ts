import * as z from 'zod/mini'
import { LocalText, Severity } from './findings.ts'
import { DocumentId } from './ids.ts'
import { AddressPart, PluginManifest, PluginPackage } from './plugins.ts'
import { pageOf } from './record.ts'

/**
 * POST /api/v1/plugins/:id/rehearsals: what a version would find in the documents that the caller may read, and how that differs from
 * what runs there now. It answers some texts at a time: ask again with `next` as `cursor`, or stop asking. Nothing is shown in
 * documents. Needs plugin:publish. The version is a stored one, or one that is handed in; `organisation` (id or code, the whole country
 * unless told) narrows to its documents and those below it; `withPublished` looks at all their published versions, too.
 * Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND, PLUGIN_INVALID, RECORD_NOT_FOUND (the organisation), RATE_LIMITED (others rehearse).
 */
export const RehearsePlugin = z
  .object({
    version: z.optional(PluginManifest.shape.version),
    package: z.optional(PluginPackage),
    organisation: z.optional(AddressPart),
    withPublished: z.optional(z.boolean()),
    cursor: z.optional(z.string().check(z.maxLength(1000))),
  })
  .check(z.refine(({ version, package: sent }) => (version === undefined) !== (sent === undefined)))
export type RehearsePlugin = z.infer<typeof RehearsePlugin>

/** A finding that would come or go. `line` counts from 1. */
export const RehearsedFinding = z.object({
  change: z.enum(['new', 'gone']),
  ruleId: z.string(),
  severity: Severity,
  message: LocalText,
  line: z.number(),
})
export type RehearsedFinding = z.infer<typeof RehearsedFinding>

/**
 * What a version would find in one text: a document's newest, or the published version `number`. `replaces` is the version that runs
 * there now. `examples` are the first of those that would come and go; `faults` say why it failed, and then nothing else is known; nor
 * is it of a text that was not looked at, because it alone takes longer than an answer may (`time`) or cannot be read (`unavailable`).
 */
export const RehearsedText = z.object({
  documentId: DocumentId,
  databaseCode: z.string(),
  path: z.string(),
  title: z.string(),
  number: z.nullable(z.string()),
  unlooked: z.nullable(z.enum(['time', 'unavailable'])),
  replaces: z.nullable(z.string()),
  new: z.number(),
  newErrors: z.number(),
  gone: z.number(),
  unchanged: z.number(),
  faults: z.array(z.string()),
  examples: z.array(RehearsedFinding),
})
export type RehearsedText = z.infer<typeof RehearsedText>

/**
 * Some texts in the order of database and path, of each document the newest first. `total` counts the documents that are to be looked
 * through, `looked` those that this answer has come to the end of.
 */
export const RehearsalPage = z.object({ ...pageOf(RehearsedText).shape, looked: z.number() })
export type RehearsalPage = z.infer<typeof RehearsalPage>
