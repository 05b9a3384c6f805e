import type { FaultKind, PluginState } from '@lienthong/plugin-engine'

/** The state that a stored quarantine says. */
export const stateOf = (quarantine: FaultKind | null): PluginState =>
  quarantine === null ? { kind: 'running' } : { kind: 'quarantined', reason: quarantine, rule: null }

/** Whether the state is what a stored quarantine says. */
export const isIn = (state: PluginState, quarantine: FaultKind | null): boolean =>
  (state.kind === 'running' ? null : state.reason) === quarantine
