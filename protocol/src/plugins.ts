import * as z from 'zod/mini'
import { LocalText, Severity } from './findings.ts'
import { OrganisationId } from './ids.ts'
import { Doer, ListQuery } from './record.ts'
import { RuleSets } from './rule-sets.ts'

/** `plugin.json`: what a plugin says of itself. `sha256` is of the bundled main file, hex. */
export const PluginManifest = z.object({
  /** `lienthong` is what the engine's own rules are under. */
  id: z.string().check(z.regex(/^(?!lienthong$)[a-z][a-z0-9-]{1,63}$/)),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, 'three numbers are expected, such as 0.2.0')),
  apiVersion: z.literal(1, 'only 1 is known'),
  title: LocalText,
  description: LocalText,
  main: z.string(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  docsBase: z.optional(z.string()),
  configs: z.optional(RuleSets),
})
export type PluginManifest = z.infer<typeof PluginManifest>

/** A rule as its plugin declares it. `docs` is Markdown; `optionsSchema` is the JSON Schema of its options, null for none, absent where it was stored before it was noted. */
export const RuleSummary = z.object({
  id: z.string(),
  title: LocalText,
  docs: LocalText,
  defaultSeverity: Severity,
  languages: z.array(z.string()),
  isFixable: z.boolean(),
  optionsSchema: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
})
export type RuleSummary = z.infer<typeof RuleSummary>

/** A plugin as it is sent: its manifest, and its one bundled file. */
export const PluginPackage = z.object({
  manifest: PluginManifest,
  code: z.string().check(z.maxLength(2_000_000)),
})
export type PluginPackage = z.infer<typeof PluginPackage>

/** Advice against a version, or a whole plugin: it goes on running where it is installed. `successor` is what to use instead. */
export const PluginDeprecation = z.object({
  reason: z.string(),
  successor: z.nullable(z.string()),
  by: Doer,
  at: z.string(),
})
export type PluginDeprecation = z.infer<typeof PluginDeprecation>

/** For whose documents a version runs: those of the databases that the organisation and everything below it owns. `by` null: before it was noted. */
export const PluginInstallation = z.object({
  organisationId: OrganisationId,
  organisationCode: z.string(),
  by: z.nullable(Doer),
  at: z.string(),
})
export type PluginInstallation = z.infer<typeof PluginInstallation>

/**
 * A stored version; its content never changes. It can be installed while `approved`; `proposed` waits for somebody else to decide.
 * GET /api/v1/plugin-versions lists them all, a page at a time, GET /api/v1/plugins/:id/versions those of one plugin, newest first;
 * GET …/versions/:version/code is the bundle, for who may publish. `rules` null: stored before they were noted.
 */
export const PluginVersion = z.object({
  manifest: PluginManifest,
  rules: z.nullable(z.array(RuleSummary)),
  isFirstParty: z.boolean(),
  state: z.enum(['proposed', 'approved', 'refused', 'withdrawn']),
  uploadedAt: z.string(),
  uploadedBy: z.nullable(Doer),
  decidedAt: z.nullable(z.string()),
  decidedBy: z.nullable(Doer),
  /** What was said about the decision. */
  note: z.nullable(z.string()),
  deprecation: z.nullable(PluginDeprecation),
  installations: z.array(PluginInstallation),
})
export type PluginVersion = z.infer<typeof PluginVersion>

/** GET /api/v1/plugin-versions: `state` narrows. Errors: MESSAGE_INVALID (the cursor). */
export const PluginVersionsQuery = z.object({
  state: z.optional(PluginVersion.shape.state),
  cursor: ListQuery.shape.cursor,
  limit: ListQuery.shape.limit,
})
export type PluginVersionsQuery = z.infer<typeof PluginVersionsQuery>

/** What addresses name a plugin, a version, a rule or an organisation by. Whether there is one is another question. */
export const AddressPart = z.string().check(z.maxLength(64))

/**
 * POST /api/v1/plugins/:id/versions with a {@link PluginPackage} stores a version, once it has been tried out; nothing runs yet. Needs
 * plugin:publish, and plugin:install on the whole country for a plugin that somebody else began.
 * Errors: RIGHT_MISSING, PLUGIN_INVALID, PLUGIN_RULES_MISSING, PLUGIN_FAULTY, PLUGIN_UNSTEADY, PLUGIN_VERSION_TAKEN, PLUGIN_VERSIONS_WAITING,
 * RATE_LIMITED.
 *
 * POST …/versions/:version/decision. `approved` and `refused` need plugin:install on the whole country and somebody else than who
 * uploaded; `withdrawn` takes back one's own, or, with that right, any that is not in use.
 * Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND, DECISION_OWN, RECORD_CHANGED (it was decided on meanwhile), PLUGIN_IN_USE.
 */
export const DecidePluginVersion = z.object({
  state: z.enum(['approved', 'refused', 'withdrawn']),
  note: z.optional(z.string().check(z.trim(), z.maxLength(2000))),
})
export type DecidePluginVersion = z.infer<typeof DecidePluginVersion>

/**
 * PUT /api/v1/plugins/:id/installations/:organisation: runs a version in the documents of an organisation (id or code) and everything
 * below it at once, in place of the one there; the nearest installation counts. An earlier version is installed the same way. DELETE
 * takes it out of use there. Both need plugin:install on that organisation.
 * Errors: RIGHT_MISSING, RECORD_NOT_FOUND (the organisation), PLUGIN_NOT_FOUND, PLUGIN_NOT_APPROVED, PLUGIN_INVALID (the product's own).
 */
export const InstallPlugin = z.object({ version: PluginManifest.shape.version })
export type InstallPlugin = z.infer<typeof InstallPlugin>

/** PUT /api/v1/plugins/:id/deprecation; DELETE with `?version=` takes it back. `version` null is for all. Needs plugin:install on the whole country. Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND, PLUGIN_INVALID. */
export const DeprecatePlugin = z.object({
  version: z.nullable(PluginManifest.shape.version),
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2000)),
  successor: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
})
export type DeprecatePlugin = z.infer<typeof DeprecatePlugin>

/**
 * How a version in use does at the node that answers, since it was loaded there. GET /api/v1/plugins/:id/health: one for each version in use.
 * A run is one document or one slice of a large one; `p95Ms` is of the newest 500. `documents` are open ones that it has looked at, and
 * `findings` those in them now, by rule: null for who may not install it wherever it runs, as they may not read all documents.
 * Errors: PLUGIN_NOT_FOUND.
 */
export const PluginHealth = z.object({
  version: z.string(),
  runs: z.number(),
  totalMs: z.number(),
  p95Ms: z.number(),
  peakMemoryBytes: z.number(),
  /** What it may take at most. */
  maxMemoryBytes: z.number(),
  documents: z.number(),
  findings: z.nullable(z.record(z.string(), z.number())),
  faults: z.number(),
  /** `rule` was running, where that is known. */
  lastFault: z.nullable(z.object({ at: z.string(), reason: LocalText, rule: z.nullable(z.string()) })),
})
export type PluginHealth = z.infer<typeof PluginHealth>

/**
 * A version in use. GET /api/v1/plugins lists them; two of one plugin run for different organisations. POST …/:id/resume puts
 * quarantined ones back. `state` tells why one does not run; one of the product's own is installed nowhere and runs everywhere.
 */
export const InstalledPlugin = z.object({
  manifest: PluginManifest,
  installedAt: z.string(),
  isFirstParty: z.boolean(),
  state: z.enum(['running', 'quarantined']),
  reason: z.nullable(LocalText),
  rules: z.array(RuleSummary),
  deprecation: z.nullable(PluginDeprecation),
  installations: z.array(PluginInstallation),
})
export type InstalledPlugin = z.infer<typeof InstalledPlugin>
