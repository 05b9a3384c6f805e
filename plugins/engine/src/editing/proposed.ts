import type { Format, LocalText } from '@lienthong/plugin-sdk'
import type { Range } from '../models/unit.ts'
import type { Addressed } from '../outline/known-documents.ts'

/** Something that fits where somebody is writing: `text` takes the place of what stands at `range`. `about` says what it is. */
export interface Proposed {
  readonly kind:
    | 'reference'
    | 'requirement'
    | 'field'
    | 'directive'
    | 'provision'
    | 'database'
    | 'organisation'
    | 'province'
    | 'contributed'
  readonly text: string
  readonly label: string
  readonly about: LocalText
  readonly range: Range
}

/** A document that people write in. */
export interface Written extends Addressed {
  readonly format: Format
  readonly title?: string
}
