import type { Format } from './document.ts'
import type { CaseInputs } from './inputs.ts'
import type { JsonObject } from './node.ts'

/** A document that the rule must accept. */
export interface ValidCase {
  /** What it is about, for the report; its number in the list unless told. */
  readonly name?: string
  /** `json-schema-yaml` unless told. */
  readonly format?: Format
  /** The whole document. */
  readonly text: string
  /** What `ctx.options` answers; `{}` unless told. */
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

/** A finding that must come. */
export interface ExpectedFinding {
  /** One of the rule's `messages`. */
  readonly messageId: string
  /** Exactly the text that its range covers. */
  readonly marked: string
  /** From 1, where the text occurs more than once. */
  readonly line?: number
}

/** A document in which the rule must find something. */
export interface InvalidCase extends ValidCase {
  /** All that the rule finds, in document order. */
  readonly findings: readonly ExpectedFinding[]
  /** The text after the first fix of each finding; fixes are not looked at without it. */
  readonly fixed?: string
}

/** A place of a document, `‸` in its text, and what the plugin has to say there. The document is checked without that mark. */
export interface HelpCase extends Omit<ValidCase, 'options' | 'published' | 'earlier'> {
  /** Words that stand in what hovers say of the place in English, in their order; none: nothing is said. */
  readonly explains?: readonly string[]
  /** All that completions propose there, in their order. */
  readonly proposes?: readonly (string | number | boolean)[]
}

/** The cases of one rule, or, as `help`, of a hover or a completion. Run by `lienthong plugin test` in the real sandbox. */
export interface RuleCases {
  /** The rule finds nothing in them. A plain string is a document in YAML. */
  readonly valid: readonly (string | ValidCase)[]
  /** The rule finds in them exactly what they say. */
  readonly invalid: readonly InvalidCase[]
  /** Places that a hover or a completion says something of. */
  readonly help?: readonly HelpCase[]
}

/** Declares a rule's cases; returns them unchanged. */
export const defineCases = (cases: RuleCases): RuleCases => cases

/** Declares the cases of a hover or a completion; they see all that the plugin says of the place. */
export const defineHelpCases = (help: readonly HelpCase[]): RuleCases => ({ valid: [], invalid: [], help })
