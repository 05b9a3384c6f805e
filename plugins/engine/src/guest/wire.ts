import type { Json, Language, LocalText, Path } from '@lienthong/plugin-sdk'

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

/** One step of a document: what changed since the last one. `order` names all units in document order. */
export interface GuestStep {
  readonly language: Language
  readonly options: Readonly<Record<string, { readonly [key: string]: Json }>>
  readonly changed: readonly GuestUnit[]
  readonly order: readonly string[]
}

/** A rule's report as it leaves the sandbox. Nothing in it is trusted. */
export interface GuestReport {
  readonly rule: string
  readonly unit: string
  readonly path: Path
  readonly at: unknown
  readonly messageId: unknown
  readonly data: unknown
  readonly fixes: unknown
}

/** Reports of the units that ran, and of the document as a whole. `hasMore`: only a slice has run, ask again; the document comes last. */
export interface GuestResult {
  readonly units: Readonly<Record<string, readonly GuestReport[]>>
  readonly document: readonly GuestReport[]
  readonly hasMore: boolean
}
