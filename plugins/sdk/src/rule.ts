import type { RuleContext } from './context.ts'
import type { Language } from './document.ts'
import type { RuleInput } from './inputs.ts'
import type { JsonObject, LocalText } from './node.ts'
import type { Visitors } from './visitors.ts'

/** How grave a finding is. */
export type RuleSeverity = 'error' | 'warning' | 'info' | 'hint'

/** What a rule says of itself. People read `title` in lists and `docs` (Markdown: what is demanded, why, an example, the source) behind the rule's id. */
export interface RuleMeta<MessageId extends string = string> {
  readonly title: LocalText
  readonly docs: LocalText
  readonly defaultSeverity: RuleSeverity
  readonly languages: readonly Language[]
  readonly fixable?: boolean
  /** What it needs from outside the document. A change of that runs the rule again. */
  readonly inputs?: readonly RuleInput[]
  /** JSON Schema of the options, without `pattern`, `patternProperties` and references: a host must be able to check them in any case. */
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
  readonly meta: RuleMeta<MessageId>
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
