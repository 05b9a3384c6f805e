import type { LocalText, Recognisable } from '@lienthong/plugin-sdk'

/** A value whose look gives it away. */
export type Form = 'personal-id' | 'phone' | 'email'

/** A category of the decree's lists. */
export interface Category {
  readonly name: LocalText
  readonly level: 'basic' | 'sensitive'
  /** False where no source seen confirms the wording: fields of it want a label, but may have either. */
  readonly isConfirmed: boolean
}

/** Something of a category that fields hold. */
export interface Kind extends Recognisable {
  readonly category: Category
  readonly form?: Form
}

/** Whether the decree calls it sensitive, as far as that is confirmed. */
export const isSensitive = ({ category }: Kind): boolean =>
  category.level === 'sensitive' && category.isConfirmed
