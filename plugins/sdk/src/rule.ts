import type { RuleContext } from './context.ts'
import type { Language } from './document.ts'
import type { RuleInput } from './inputs.ts'
import type { JsonObject, LocalText } from './node.ts'
import type { Visitors } from './visitors.ts'

/** How grave a finding is. */
export type RuleSeverity = 'error' | 'warning' | 'info' | 'hint'

/** What a rule says of itself. People read `title` in lists and `docs` (Markdown: what is demanded, why, an example, the source) behind the rule's id. */
export interface RuleMeta<MessageId extends string = string> {
  /** What is demanded, at most 300 characters. */
  readonly title: LocalText
  /** Markdown, at most 20,000 characters; {@link pageOf} lays it out. */
  readonly docs: LocalText
  /** How grave its findings are unless somebody chose otherwise. */
  readonly defaultSeverity: RuleSeverity
  /** It runs on documents of these alone. */
  readonly languages: readonly Language[]
  /** Whether its findings may have fixes, for lists; false unless told. */
  readonly fixable?: boolean
  /** What it needs from outside the document. A change of that runs the rule again. */
  readonly inputs?: readonly RuleInput[]
  /** JSON Schema of the options, without `pattern`, `patternProperties`, `format`, `uniqueItems` and references: a host must be able to check them in any case. */
  readonly optionsSchema?: JsonObject
  /** Texts by id; `{name}` is filled in from the report's data. */
  readonly messages: Readonly<Record<MessageId, LocalText>>
}

/**
 * A rule. Scope `unit` sees a definition, statement or section at a time, and runs again only when that (or what it saw
 * of something that it resolved) changes: prefer it. Scope `document` takes notes at the nodes and reports once for the
 * whole document.
 */
export interface Rule<MessageId extends string = string> {
  /** What people and hosts need to know of it. */
  readonly meta: RuleMeta<MessageId>
  /** How much of a document it needs to see. */
  readonly scope: 'unit' | 'document'
  /** Called once a run, before the first node; what it closes over lives as long as the run. */
  create(ctx: RuleContext): Visitors
}

/**
 * Declares a rule; returns it unchanged, with its message ids checked.
 * @example
 * defineRule({
 *   meta: { title, docs, defaultSeverity: 'warning', languages: ['json-schema'], messages: { missing } },
 *   scope: 'unit',
 *   create: ctx => ({
 *     'schema.definition'(node) {
 *       if (!node.value.description) ctx.report({ node, at: 'key', messageId: 'missing' })
 *     },
 *   }),
 * })
 */
export const defineRule = <MessageId extends string>(rule: Rule<MessageId>): Rule<MessageId> => rule
