import * as z from 'zod/mini'
import { LocalText, Severity } from './findings.ts'

/** `plugin.json`: what a plugin says of itself. `sha256` is of the bundled main file, hex. */
export const PluginManifest = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,63}$/)),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
  apiVersion: z.literal(1),
  title: LocalText,
  description: LocalText,
  main: z.string(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  docsBase: z.optional(z.string()),
})
export type PluginManifest = z.infer<typeof PluginManifest>

/** A rule as its plugin declares it. `docs` is Markdown. */
export const RuleSummary = z.object({
  id: z.string(),
  title: LocalText,
  docs: LocalText,
  defaultSeverity: Severity,
  languages: z.array(z.string()),
  isFixable: z.boolean(),
})
export type RuleSummary = z.infer<typeof RuleSummary>

/** PUT /api/v1/plugins/:id: installs a version at once, in every open document. Needs plugin:install. Errors: PLUGIN_INVALID, PLUGIN_VERSION_TAKEN, RIGHT_MISSING. */
export const InstallPlugin = z.object({
  manifest: PluginManifest,
  code: z.string().check(z.maxLength(2_000_000)),
})
export type InstallPlugin = z.infer<typeof InstallPlugin>

/** GET /api/v1/plugins lists them, DELETE /api/v1/plugins/:id takes one out of use, POST …/:id/resume puts a quarantined one back. `state` tells why a plugin does not run. */
export const InstalledPlugin = z.object({
  manifest: PluginManifest,
  installedAt: z.string(),
  isFirstParty: z.boolean(),
  state: z.enum(['running', 'quarantined']),
  reason: z.nullable(z.string()),
  rules: z.array(RuleSummary),
})
export type InstalledPlugin = z.infer<typeof InstalledPlugin>
