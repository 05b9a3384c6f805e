import type { Path } from '@lienthong/plugin-sdk'
import type { Effect } from '../effect.ts'

/** What kind of difference it is between two DDL scripts. */
export type DdlDifferenceType =
  | `TABLE_${'ADDED' | 'REMOVED' | 'RENAMED' | 'CHANGED'}`
  | `COLUMN_${'ADDED' | 'REQUIRED_ADDED' | 'REMOVED' | 'RENAMED' | 'CHANGED'}`
  | `COLUMN_TYPE_${'NARROWED' | 'WIDENED' | 'CHANGED'}`
  | `NOT_NULL_${'ADDED' | 'REMOVED'}`
  | `DEFAULT_${'ADDED' | 'REMOVED' | 'CHANGED'}`
  | `GENERATED_${'ADDED' | 'REMOVED' | 'CHANGED'}`
  | 'COLLATION_CHANGED'
  | `${'PRIMARY_KEY' | 'FOREIGN_KEY' | 'UNIQUE' | 'CHECK' | 'EXCLUDE'}_${'ADDED' | 'REMOVED' | 'CHANGED'}`
  | `INDEX_${'ADDED' | 'REMOVED'}`
  | `ENUM_VALUE_${'ADDED' | 'REMOVED'}`
  | 'ENUM_ORDER_CHANGED'
  | `TYPE_${'ADDED' | 'REMOVED' | 'CHANGED' | 'NARROWED' | 'WIDENED'}`
  | `ATTRIBUTE_${'ADDED' | 'REMOVED' | 'CHANGED'}`
  | `VIEW_${'ADDED' | 'REMOVED' | 'CHANGED' | 'QUERY_CHANGED' | 'COLUMN_ADDED' | 'COLUMN_REMOVED'}`
  | 'STATEMENT_NOT_COMPARABLE'
  | 'COMMENT_CHANGED'

/** A place in a script: the number of the statement, and what of it. */
export interface DdlPlace {
  readonly statement: number
  readonly path: Path
}

/**
 * Something that differs. It narrows when a statement or row is refused that was accepted before, it widens in the reverse
 * case. What was removed is placed where it was missed: at its table, or nowhere.
 */
export interface DdlDifference {
  readonly type: DdlDifferenceType
  readonly effect: Effect
  readonly old: DdlPlace | null
  readonly new: DdlPlace | null
  /** What it is about, as people write it: `cong_dan.ho_ten`. */
  readonly name: string
  readonly from?: string
  readonly to?: string
}
