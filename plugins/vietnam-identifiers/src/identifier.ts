import type { LocalText, Recognisable } from '@lienthong/plugin-sdk'

/** An identifier that fields may hold: how to know it, what it looks like, where that is written. */
export interface Identifier extends Recognisable {
  /** Rule id in this plugin. */
  readonly id: string
  readonly name: LocalText
  readonly severity: 'error' | 'warning' | 'info'
  /** The pattern proposed to authors. ASCII digits only: `\d` means more than that in some languages. */
  readonly pattern: string
  /** A field's own pattern must accept these … */
  readonly accepts: readonly string[]
  /** … and reject these. */
  readonly rejects: readonly string[]
  readonly minLength: number
  readonly maxLength: number
  /** How many characters a column must hold at least; `maxLength` unless told. */
  readonly capacity?: number
  /** What is wrong with a value that has the right form, or undefined. */
  readonly verify?: (value: string) => LocalText | undefined
  readonly docs: IdentifierDocs
}

/** What the rule's page says beside what the definition above says. */
export interface IdentifierDocs {
  readonly why: LocalText
  /** A value of the right form. */
  readonly example: string
  readonly sources: readonly string[]
  /** How far the sources carry, in plain words. Shown as it is. */
  readonly confidence: LocalText
}

/** The column type to propose for an identifier. */
export const sqlTypeOf = ({ minLength, maxLength }: Identifier): string =>
  minLength === maxLength ? `char(${maxLength})` : `varchar(${maxLength})`
