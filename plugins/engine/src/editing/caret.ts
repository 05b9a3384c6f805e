import type { Path } from '@lienthong/plugin-sdk'
import type { Range } from '../models/unit.ts'

/** Where somebody writes in a schema. */
export interface SchemaCaret {
  /** Of the value that is written; of the object that gets another key. */
  readonly path: Path
  readonly at: 'value' | 'keys'
  /** What of the value, or of the key, is written by now, its quotes included. */
  readonly written: Range
  /** The part of it before the caret, without a quote. */
  readonly word: string
  /** The quote that it begins with, or ''. */
  readonly quote: string
  /** Of a key: its colon is there. */
  readonly isNameOnly: boolean
}
