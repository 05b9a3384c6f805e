import type { Json, Path } from '@lienthong/plugin-sdk'
import type { Effect } from '../effect.ts'
import type { Limit } from './shape.ts'

type Screaming<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Uppercase<Head>
    ? `_${Head}${Screaming<Tail>}`
    : `${Uppercase<Head>}${Screaming<Tail>}`
  : ''

type Changed<Subject extends string> = `${Subject}_${'ADDED' | 'REMOVED' | 'CHANGED'}`
type Moved<Subject extends string> = `${Subject}_${'ADDED' | 'REMOVED' | 'INCREASED' | 'DECREASED'}`
type Resized<Subject extends string> =
  `${Subject}_${'ADDED' | 'REMOVED' | 'NARROWED' | 'EXTENDED' | 'CHANGED'}`

/**
 * What kind of difference it is, in the words of Confluent's catalogue and in the same style for what that catalogue
 * does not know.
 */
export type DifferenceType =
  | Moved<Screaming<Limit>>
  | Moved<'MAX_CONTAINS' | 'MIN_CONTAINS'>
  | Changed<'PATTERN' | 'FORMAT' | 'CONTENT_ENCODING' | 'CONTENT_MEDIA_TYPE' | 'CONTENT_SCHEMA' | 'REFERENCE'>
  | Resized<'ENUM_ARRAY' | 'ADDITIONAL_PROPERTIES' | 'ADDITIONAL_ITEMS'>
  | Resized<'UNEVALUATED_PROPERTIES' | 'UNEVALUATED_ITEMS'>
  | Resized<'DEPENDENCY_ARRAY'>
  | `TYPE_${'NARROWED' | 'EXTENDED' | 'CHANGED'}`
  | `SCHEMA_${'ADDED' | 'REMOVED'}`
  | `MULTIPLE_OF_${'ADDED' | 'REMOVED' | 'REDUCED' | 'EXPANDED' | 'CHANGED'}`
  | `UNIQUE_ITEMS_${'ADDED' | 'REMOVED'}`
  | 'REQUIRED_ATTRIBUTE_ADDED'
  | 'REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED'
  | 'REQUIRED_ATTRIBUTE_REMOVED'
  | `DEPENDENCY_SCHEMA_${'ADDED' | 'REMOVED'}`
  | `${'PROPERTY' | 'ITEM'}_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL`
  | `${'PROPERTY' | 'ITEM'}_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL`
  | `${'PROPERTY' | 'ITEM'}_REMOVED_FROM_${'OPEN' | 'CLOSED'}_CONTENT_MODEL`
  | `${'PROPERTY' | 'ITEM'}_${'ADDED' | 'REMOVED'}_${'IS' | 'NOT'}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL`
  | `OPTIONAL_PROPERTY_ADDED_TO_${'OPEN' | 'UNOPEN'}_CONTENT_MODEL`
  | `REQUIRED_PROPERTY_${'' | 'WITH_DEFAULT_'}ADDED_TO_${'OPEN' | 'UNOPEN'}_CONTENT_MODEL`
  | `ITEM_ADDED_TO_${'OPEN' | 'CLOSED'}_CONTENT_MODEL`
  | `PATTERN_PROPERTY_${'ADDED' | 'REMOVED'}`
  | `RESERVED_PROPERTY_${'REMOVED' | 'CONFLICTS_WITH_PROPERTY'}`
  | `SUM_TYPE_${'NARROWED' | 'EXTENDED'}`
  | `COMBINED_TYPE_${'EXTENDED' | 'CHANGED' | 'SUBSCHEMAS_CHANGED'}`
  | `NOT_TYPE_${'NARROWED' | 'EXTENDED' | 'CHANGED'}`
  | `CONDITIONAL_${'ADDED' | 'REMOVED' | 'IF_CHANGED'}`
  | 'TITLE_CHANGED'
  | 'DESCRIPTION_CHANGED'
  | 'DEFAULT_CHANGED'
  | 'ID_CHANGED'
  | 'COMPARISON_TOO_LARGE'

/** The name of a bound in difference types: `maxLength` is `MAX_LENGTH`. */
export const screaming = <S extends string>(keyword: S): Screaming<S> =>
  keyword.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase() as Screaming<S>

/** Types that change what people read and nothing that is accepted. */
export const describing: ReadonlySet<DifferenceType> = new Set([
  'TITLE_CHANGED',
  'DESCRIPTION_CHANGED',
  'ID_CHANGED',
] as const)

/** Something that differs. Paths lead to where it is written, references followed; null where it is not written. */
export interface Difference {
  readonly type: DifferenceType
  readonly effect: Effect
  readonly old: Path | null
  readonly new: Path | null
  /** What the message names: the property, the value before and after. */
  readonly name?: string
  readonly from?: Json
  readonly to?: Json
}
