import type { Format } from './document.ts'
import type { CaseInputs } from './inputs.ts'
import type { JsonObject } from './node.ts'

/** A document that the rule must accept. `format` is `json-schema-yaml` unless told. */
export interface ValidCase {
  readonly name?: string
  readonly format?: Format
  readonly text: string
  readonly options?: JsonObject
  /** The version in force, in the same format, for rules that compare with it. */
  readonly published?: string
  /** The versions before it, the newest first. */
  readonly earlier?: readonly string[]
  /** What the rule's other `inputs` hold. */
  readonly inputs?: CaseInputs
  /** The texts of the database's other documents, by path: YAML, or by their endings JSON and SQL. The case's own document lies beside them. */
  readonly others?: Readonly<Record<string, string>>
  /** The code of the database that the document belongs to. */
  readonly database?: string
}

/** A finding that must come: `marked` is exactly the text that its range covers; `line` counts from 1 where the text occurs more than once. */
export interface ExpectedFinding {
  readonly messageId: string
  readonly marked: string
  readonly line?: number
}

/** A document in which the rule must find exactly `findings`, in document order. `fixed` is the text after the first fix of each finding. */
export interface InvalidCase extends ValidCase {
  readonly findings: readonly ExpectedFinding[]
  readonly fixed?: string
}

/** A place of a document, `‸` in its text, and what the plugin has to say there. The document is checked without that mark. */
export interface HelpCase extends Omit<ValidCase, 'options' | 'published' | 'earlier'> {
  /** Words that stand in what hovers say of the place in English, in their order; none: nothing is said. */
  readonly explains?: readonly string[]
  /** All that completions propose there, in their order. */
  readonly proposes?: readonly (string | number | boolean)[]
}

/** The cases of one rule, or, as `help`, of a hover or a completion. A plain string is a valid document in YAML. Run by `lienthong plugin test` in the real sandbox. */
export interface RuleCases {
  readonly valid: readonly (string | ValidCase)[]
  readonly invalid: readonly InvalidCase[]
  readonly help?: readonly HelpCase[]
}

/** Declares a rule's cases; returns them unchanged. */
export const defineCases = (cases: RuleCases): RuleCases => cases

/** Declares the cases of a hover or a completion; they see all that the plugin says of the place. */
export const defineHelpCases = (help: readonly HelpCase[]): RuleCases => ({ valid: [], invalid: [], help })
