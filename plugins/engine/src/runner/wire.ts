import type { Format, InputData, LocalText } from '@lienthong/plugin-sdk'
import type { Proposed } from '../editing/proposed.ts'
import type { PluginSource } from '../engine/engine.ts'
import type { CheckOrder, CheckResult, OutlineRequest } from '../engine/finding.ts'
import type { PluginHealth, PluginState } from '../engine/plugin-health.ts'
import type { RuleSummary } from '../engine/plugin-meta.ts'
import type { HelpRequest } from '../help/help-place.ts'
import type { ProposalRequest } from '../help/proposed-at.ts'
import type { SchemaContents } from '../inputs/schema-contents.ts'
import type { Outline } from '../outline/outline.ts'
import type { FaultKind } from '../sandbox/limits.ts'

/** What the host asks its runner process; each is answered once. */
export interface RunnerAsks {
  load: { request: PluginSource; answer: readonly RuleSummary[] }
  unload: { request: { readonly key: string }; answer: null }
  handIn: { request: InputData; answer: null }
  check: { request: CheckOrder; answer: CheckResult }
  outline: { request: OutlineRequest; answer: Outline }
  explain: { request: HelpRequest; answer: LocalText[] }
  propose: { request: ProposalRequest; answer: Proposed[] }
  ran: { request: { readonly documentId: string }; answer: readonly string[] }
  contents: { request: { readonly format: Format; readonly text: string }; answer: SchemaContents }
  health: { request: null; answer: Readonly<Record<string, PluginHealth>> }
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
  | { readonly kind: 'failed'; readonly n: number; readonly where: string }
  | { readonly kind: 'plugin'; readonly key: string; readonly state: PluginState }
