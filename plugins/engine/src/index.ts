export type { PluginSource } from './engine/engine.ts'
export type {
  CheckRequest,
  CheckResult,
  FindingEdit,
  FindingFix,
  Severity,
  UnitFinding,
} from './engine/finding.ts'
export type { PluginState } from './engine/open-plugin.ts'
export type { RuleSummary } from './engine/plugin-meta.ts'
export { type Piece, type Range, toDocument } from './models/unit.ts'
export { Runner, RunnerGone, type RunnerOptions, startRunner } from './runner/runner.ts'
export { type FaultKind, type Limits, PluginFault } from './sandbox/limits.ts'
