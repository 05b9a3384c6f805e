import type { TranslatedText } from './node.ts'

/** What a directive's record says of its force. `unknown` is what the record does not know. */
export type DirectiveStatus = 'draft' | 'in-force' | 'partly-repealed' | 'repealed' | 'expired' | 'unknown'

/** A unit of a directive, named as it is printed: `Điều 5`, `Khoản 2 Điều 4`, `Mục II.4.b`. */
export interface Provision {
  /** As it is printed. */
  readonly label: string
  /** Its words, where the inventory has them. */
  readonly text: string | null
}

/** A law, decree, resolution or other directive as the inventory holds it. Days are `YYYY-MM-DD`; null is what is not known. */
export interface Directive {
  /** `NQ-71-CP`. */
  readonly code: string
  /** As printed: `71/NQ-CP`. */
  readonly number: string | null
  /** What it is, in words: `Nghị quyết`. */
  readonly type: string
  /** As it is printed. */
  readonly title: TranslatedText
  /** The day that it bears. */
  readonly issuedOn: string | null
  /** On the data's own day. */
  readonly status: DirectiveStatus
  /** In force from this day on … */
  readonly validFrom: string | null
  /** … until the day before this one. */
  readonly validTo: string | null
  /** The code of what replaced it. */
  readonly successorCode: string | null
  /** Those that are known; a directive has more. */
  readonly provisions: readonly Provision[]
}

/** Whether a directive is in force on a day. `unknown` wherever a day that decides it is not known: a doubt, never a mistake. */
export type Force = 'not-yet' | 'in-force' | 'partly-repealed' | 'ended' | 'unknown'

/** The directives, for rules that declare `inputs: ['directives']`. What is handed out is frozen. */
export interface Directives {
  /** The day that the data is of, in Vietnam: there is no other today. */
  readonly day: string
  /** By the inventory's code: `NQ-71-CP`. */
  byCode(code: string): Directive | undefined
  /** By the printed number, whatever its spaces and case: `71/nq-cp`. */
  byNumber(number: string): Directive | undefined
  /** The one whose code or number is written nearly so; undefined when none is. */
  similar(codeOrNumber: string): Directive | undefined
  /** Whether a directive is in force on a day, the data's own unless told. */
  forceOf(directive: Directive, asOf?: string): Force
}

/** All directives of one day, as they are handed to a host. Equal revisions have equal content. */
export interface DirectivesData {
  /** Another one for other content. */
  readonly revision: string
  /** In Vietnam, `YYYY-MM-DD`. */
  readonly day: string
  /** All of the inventory, whatever their status. */
  readonly directives: readonly Directive[]
}
