import type { PluginSource } from '../engine/engine.ts'
import type { CheckRequest, CheckResult } from '../engine/finding.ts'
import type { PluginState } from '../engine/open-plugin.ts'
import type { RuleSummary } from '../engine/plugin-meta.ts'
import type { FaultKind } from '../sandbox/limits.ts'

/** What the host asks its runner process; each is answered once. */
export interface RunnerAsks {
  load: { request: PluginSource; answer: readonly RuleSummary[] }
  describe: { request: PluginSource; answer: readonly RuleSummary[] }
  unload: { request: { readonly id: string }; answer: null }
  check: { request: CheckRequest; answer: CheckResult }
  close: { request: { readonly documentId: string }; answer: null }
}

export type AskName = keyof RunnerAsks

export type ToRunner = {
  [Name in AskName]: { readonly n: number; readonly ask: Name; readonly request: RunnerAsks[Name]['request'] }
}[AskName]

export type FromRunner =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: unknown }
  | { readonly kind: 'fault'; readonly n: number; readonly fault: FaultKind; readonly detail: string }
  | { readonly kind: 'plugin'; readonly id: string; readonly state: PluginState }
