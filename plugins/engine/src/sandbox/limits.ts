import type { CodePlace } from './thrown.ts'

/** What one plugin may use. */
export interface Limits {
  /** Memory of a plugin's instance, everything included. Below 24 MB QuickJS cannot start with a large plugin; above 64 MB twenty plugins fill a small server. */
  readonly memoryMb: number
  /** Wall time of one run before it is interrupted, if it has also done the work of `minInterrupts`. Large documents are checked in slices, each a run. Less kills honest rules on a busy machine, more makes typing wait. */
  readonly budgetMs: number
  /** Added to the budget for every 64 KB that cannot be sliced: one large unit, or reading what is handed in. */
  readonly budgetMsPer64Kb: number
  /** QuickJS asks about every 10,000 operations whether to go on. A busy machine stretches wall time: this much work is always allowed, up to `softFactor` budgets. */
  readonly minInterrupts: number
  /** At this many budgets a run is interrupted, however little it could do. */
  readonly softFactor: number
  /** Past this many times the budget the thread is ended: a built-in function that loops cannot be interrupted. */
  readonly hardFactor: number
  /** Longest answer of one run, in characters. */
  readonly maxResultLength: number
}

export const defaultLimits: Limits = {
  memoryMb: 64,
  budgetMs: 200,
  budgetMsPer64Kb: 400,
  minInterrupts: 1500,
  softFactor: 6,
  hardFactor: 8,
  maxResultLength: 4_000_000,
}

/** For what nobody waits for while typing, and what runs last of all on the machine: only work counts there, time hardly does. */
export const unhurried: Pick<Limits, 'softFactor' | 'hardFactor'> = { softFactor: 40, hardFactor: 50 }

/** Wall time for a run that handles so many characters at once. */
export const budgetFor = ({ budgetMs, budgetMsPer64Kb }: Limits, characters: number): number =>
  budgetMs + (characters / 65_536) * budgetMsPer64Kb

/** Reading a plugin's code is compiling, too: so many budgets. */
export const loadFactor = 5

/** A plugin's own failure: its code threw, ran too long, wanted too much memory or answered nonsense. Never the host's. */
export class PluginFault extends Error {
  override readonly name = 'PluginFault'

  constructor(
    readonly kind:
      | 'threw'
      | 'too-slow'
      | 'too-much-memory'
      | 'answer-too-large'
      | 'answer-invalid'
      | 'not-a-plugin',
    detail: string,
    /** Whose code ran, as the sandbox tells: not yet believed. */
    readonly rule: string | null = null,
    /** The calls that led there, the last first, as the sandbox tells: not yet believed. */
    readonly calls: readonly CodePlace[] = [],
  ) {
    super(detail.slice(0, 300))
  }
}

export type FaultKind = PluginFault['kind']
