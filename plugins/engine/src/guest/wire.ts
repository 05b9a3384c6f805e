import type { Json, Language, LocalText, Path } from '@lienthong/plugin-sdk'
import type { SharedInput } from '../inputs/input-names.ts'

/** A unit as it is handed into the sandbox. */
export interface GuestUnit {
  readonly id: string
  readonly base: Path
  readonly value: unknown
  readonly text: string | null
  /** Length of the unit's text: how much work it is. */
  readonly weight: number
  readonly provides: readonly string[]
  readonly syntax: readonly { readonly code: string; readonly message: LocalText }[]
  readonly duplicateKeys: readonly { readonly key: string }[]
  readonly invalid: readonly { readonly path: Path; readonly keyword: string; readonly message: LocalText }[]
}

/** What lies in other documents: by reference the unit that it leads into, '' in this document, null for no document. */
export interface GuestElsewhere {
  /** It takes the place of all that was told before. */
  readonly isAll: boolean
  readonly targets: readonly (readonly [ref: string, unit: string | null])[]
  readonly goneTargets: readonly string[]
  readonly units: readonly GuestUnit[]
  readonly goneUnits: readonly string[]
}

/** A version of the document. */
export interface GuestVersion {
  readonly revision: string
  readonly units: readonly GuestUnit[]
}

/** The published version, and what was published before it, the newest first; null while that was not given. */
export interface GuestPublished extends GuestVersion {
  readonly earlier: { readonly versions: readonly GuestVersion[]; readonly isAll: boolean } | null
}

/** One step of a document: what changed since the last one. `order` names all units in document order; absent when it is the same as before. */
export interface GuestStep {
  readonly language: Language
  readonly options: Readonly<Record<string, { readonly [key: string]: Json }>>
  /** Rules that do not run. */
  readonly off: readonly string[]
  readonly changed: readonly GuestUnit[]
  readonly order?: readonly string[]
  /** Further units follow in the next step: nothing runs before. */
  readonly isPart: boolean
  /** The published version; null for none, absent when it is the same as before. */
  readonly published?: GuestPublished | null
  /** Where references lead that leave the document; absent when it is the same as before. */
  readonly elsewhere?: GuestElsewhere
  /** The inputs that can be asked for, each with the day that it is of. */
  readonly inputs: Readonly<Partial<Record<SharedInput, { readonly revision: string; readonly day: string }>>>
  /** Code of the database that the document belongs to; null where that is not known. */
  readonly database: string | null
  /** The unit to begin with, if it is due; '' for the first. */
  readonly near: string
}

/** Whose code is being called, a rule's, a hover's or a completion's, '' for none: where a run ends without an answer, the host looks here. */
export interface Running {
  rule: string
}

/** A rule's report as it leaves the sandbox. Nothing in it is trusted. */
export interface GuestReport {
  readonly rule: string
  readonly unit: string
  readonly path: Path
  readonly at: unknown
  readonly words: unknown
  readonly nth: unknown
  readonly messageId: unknown
  readonly data: unknown
  readonly fixes: unknown
}

/** Reports of the units that ran, and of the document as a whole, null where they are as before. `hasMore`: only a slice has run, ask again; the document comes last. `wantsEarlier`: rules looked for versions before the published one that were not given. */
export interface GuestResult {
  readonly units: Readonly<Record<string, readonly GuestReport[]>>
  readonly document: readonly GuestReport[] | null
  readonly hasMore: boolean
  readonly wantsEarlier: boolean
}

/** A question about the places of a unit: of which something is said, and then what is said of those that were meant. */
export type HelpAsk =
  | { readonly ask: 'places'; readonly kind: 'hovers' | 'completions'; readonly unit: string }
  | { readonly ask: 'said'; readonly chosen: readonly number[] }

/** A place that something is said of, as it leaves the sandbox. Nothing in it is trusted. */
export interface HelpPlace {
  readonly unit: string
  readonly path: Path
  readonly at: unknown
}

/** What is said of a place, as it leaves the sandbox: `text` by a hover, `proposals` by a completion. Nothing in it is trusted. */
export interface HelpSaid {
  readonly text?: unknown
  readonly proposals?: unknown
}
