export { SchemaComparison } from './compare-schemas.ts'
export { ScriptComparison } from './compare-scripts.ts'
export type { DdlDifference } from './ddl/difference.ts'
export type { Effect } from './effect.ts'
export type { Difference } from './schema/difference.ts'
export {
  breaks,
  isTransitive,
  type Mode,
  modes,
  type Policy,
  policies,
  type Step,
  stepOf,
} from './verdict.ts'
export type { Witness } from './witness/search.ts'
export { ddlWordsOf } from './words/ddl-words.ts'
export { wordsOf } from './words/schema-words.ts'
