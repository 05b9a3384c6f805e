import type { RunCost } from '../sandbox/cost.ts'
import type { FaultKind } from '../sandbox/limits.ts'

/** Whether a plugin runs, and why not. */
export type PluginState =
  | { readonly kind: 'running' }
  /** `rule` was running at the last failure, where that is known. */
  | { readonly kind: 'quarantined'; readonly reason: FaultKind; readonly rule: string | null }

/** How a plugin does, since it was loaded. */
export interface PluginHealth extends RunCost {
  /** Open documents that it has looked at. */
  readonly documents: number
  /** Its findings in them now, by rule. */
  readonly findings: Readonly<Record<string, number>>
  readonly faults: number
  /** `at` in milliseconds since 1970; `rule` was running, where that is known. */
  readonly lastFault: { readonly at: number; readonly kind: FaultKind; readonly rule: string | null } | null
}
