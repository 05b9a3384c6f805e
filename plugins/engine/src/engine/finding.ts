import type { InputData, LocalText } from '@lienthong/plugin-sdk'
import type { InputRevisions } from '../inputs/input-names.ts'
import type { OrderedSurroundings, Surroundings } from '../linked/linked.ts'
import type { Piece, Range, TextEdit } from '../models/unit.ts'
import type { PublishedText } from './published.ts'
import type { RuleSettings } from './rule-settings.ts'

/** `fault` is a plugin's own failure. */
export type Severity = 'error' | 'warning' | 'info' | 'hint' | 'fault'

/** One replacement; `expected` is the text that stands there. Offsets count from the unit's start. */
export interface FindingEdit extends Range {
  readonly expected: string
  readonly text: string
}

/** A quick fix: all edits or none. */
export interface FindingFix {
  readonly title: LocalText
  readonly edits: readonly FindingEdit[]
}

/** What a rule found. Offsets count from the unit's start, in UTF-16 units: a unit that only moved keeps its findings unchanged. */
export interface UnitFinding extends Range {
  readonly ruleId: string
  readonly messageId: string
  readonly severity: Severity
  readonly message: LocalText
  /** Stays the same while rule, path and the node's text do. */
  readonly fingerprint: string
  readonly fixes: readonly FindingFix[]
}

/** How a document is to be checked. `revision` grows with every text. */
interface Checked {
  readonly documentId: string
  readonly revision: number
  readonly format: 'markdown' | 'json-schema-yaml' | 'json-schema-json' | 'sql'
  /** The plugins that check it, by their keys; all unless told. */
  readonly plugins?: readonly string[]
  /** How rules run on it; those that are not named run as they declare. */
  readonly rules?: RuleSettings
  /** Code of the database that the document belongs to, where it is known. */
  readonly database?: string | null
  /** Offset where somebody looks: of what is not checked yet, that comes first. */
  readonly near?: number
  /** How long to wait for plugins, in milliseconds; for all of them unless told. */
  readonly patienceMs?: number
}

/** What a host wants checked. */
export interface CheckRequest extends Checked {
  readonly text: string
  /** The version in force, in the same format, for rules that compare with it. */
  readonly published?: PublishedText | null
  /** For rules that declare inputs. Equal revisions have equal content. */
  readonly inputs?: InputData
  /** For references between documents; without it they are unknown. */
  readonly surroundings?: Surroundings | null
}

/** An edit of a text of this length. */
export interface OrderedEdit extends TextEdit {
  readonly of: number
}

/** The same as it travels: what the runner has been given already is only named. */
export interface CheckOrder extends Checked {
  /** The whole, or what is other than in the text of this document's order before. */
  readonly text: string | OrderedEdit
  readonly published: PublishedText | Pick<PublishedText, 'revision'> | null
  readonly inputs: InputRevisions
  readonly surroundings: OrderedSurroundings | null
}

/** A document's text whose outline is wanted. */
export type OutlineRequest = Pick<CheckRequest, 'documentId' | 'format' | 'text'>

/**
 * What changed against the check before. `units` replace what was known of each; a unit that is not named keeps its
 * findings on their words. `places` tells where each unit with findings lies now; one that cannot be read at the moment
 * is left out. `isPartial`: of plugins that are not done yet it says what they found before; ask again for the rest. `wanted` are the
 * addresses of the documents that this one refers to, itself or through those that were given: give what is there, and ask again.
 * `wantsEarlier`: rules looked for the versions before the published one, which were not given.
 */
export interface CheckResult {
  readonly documentId: string
  readonly revision: number
  readonly isComplete: boolean
  readonly isPartial: boolean
  readonly units: readonly { readonly unit: string; readonly findings: readonly UnitFinding[] }[]
  readonly places: Readonly<Record<string, readonly Piece[]>>
  readonly wanted: readonly string[]
  readonly wantsEarlier: boolean
}

/** The unit of what concerns the whole document and no place of it. */
export const documentUnit = ''
