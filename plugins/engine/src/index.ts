export { type Flaw, type TriedOut, tryOut } from './conformance/try-out.ts'
export { isTaken, isValidName, type Named } from './editing/names.ts'
export { maxOfAKind, proposalsAt, type Records } from './editing/proposals.ts'
export type { Proposed } from './editing/proposed.ts'
export { addressesShown, concernedBy, namedAt, renamedPlaces } from './editing/renames.ts'
export type { PluginSource } from './engine/engine.ts'
export { engineId, engineRules } from './engine/engine-rules.ts'
export { faultWords } from './engine/fault-finding.ts'
export type {
  CheckRequest,
  CheckResult,
  FindingEdit,
  FindingFix,
  OutlineRequest,
  Severity,
  UnitFinding,
} from './engine/finding.ts'
export { guessOf } from './engine/guess.ts'
export type { PluginHealth, PluginState } from './engine/plugin-health.ts'
export type { RuleSummary } from './engine/plugin-meta.ts'
export {
  type EarlierTexts,
  type PublishedText,
  readEarlierTexts,
  type VersionText,
} from './engine/published.ts'
export { type OptionsProblem, optionsProblem } from './engine/rule-options.ts'
export { type SetProblem, setProblem } from './engine/rule-sets.ts'
export type { RuleSetting, RuleSettings } from './engine/rule-settings.ts'
export { firstPartyIds, packageOf } from './first-party.ts'
export type { SchemaContents } from './inputs/schema-contents.ts'
export { checkOnceWith, type PublishedSource } from './linked/check-once.ts'
export { type AtAddress, Gathering, type ReadAddress } from './linked/gathering.ts'
export type { LinkedDocument, Surroundings } from './linked/linked.ts'
export { syntaxMessage } from './models/syntax-messages.ts'
export { type Piece, type Range, toDocument } from './models/unit.ts'
export { readWhole, type WholeDocument } from './models/whole.ts'
export { definitionText, maxDefinitionTexts } from './outline/definition-text.ts'
export {
  type Addressed,
  addressesIn,
  covers,
  type Defined,
  type Found,
  type KnownDocument,
  KnownDocuments,
  maxPlaces,
  type Subject,
  subjectAt,
} from './outline/known-documents.ts'
export { escaped } from './outline/markdown-words.ts'
export {
  type Definition,
  type DocumentSymbol,
  type Mark,
  type Mention,
  noOutline,
  type Outline,
  type Reference,
  type Span,
  type SymbolKind,
} from './outline/outline.ts'
export {
  Runner,
  RunnerError,
  RunnerFailed,
  RunnerGone,
  type RunnerOptions,
  startRunner,
} from './runner/runner.ts'
export { defaultLimits, type FaultKind, type Limits, PluginFault, unhurried } from './sandbox/limits.ts'
