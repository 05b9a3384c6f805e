import type { LookingContext } from './context.ts'
import type { Language } from './document.ts'
import type { RuleInput } from './inputs.ts'
import type { LocalText, Node, Path } from './node.ts'
import type { Visitors } from './visitors.ts'

/** What a hover or a completion says of itself; people read `title` where a plugin's contributions are listed. */
export interface HelpMeta {
  /** At most 300 characters. */
  readonly title: LocalText
  /** It is asked about documents of these alone. */
  readonly languages: readonly Language[]
  /** What it needs from outside the document. While that is missing it is not asked. */
  readonly inputs?: readonly Exclude<RuleInput, 'publishedVersion'>[]
}

/** Visitors of nodes, as rules have them. Asked about a place, they are shown the definition, statement or section around it. */
export type HelpVisitors = Omit<Visitors, 'syntax' | 'duplicateKey' | 'schema.invalid' | 'notes' | 'document'>

/** What is said of a place, when somebody points at it. */
export interface Explanation {
  /** The place is `node`, or the node that `below` leads to from there; nothing is said of one that does not exist. */
  readonly node: Node<unknown>
  /** Steps from the node further down. */
  readonly below?: Path
  /** Which part of it has to be pointed at: its name, what stands behind the name, or either; `'whole'` unless told. */
  readonly at?: 'key' | 'value' | 'whole'
  /** Markdown, at most 4,000 characters. Images, links and HTML are shown as they are written. */
  readonly text: LocalText
}

/** Something that fits a place. */
export interface Proposal {
  /** What is written. In a schema the host quotes it where the format wants that; at most 300 characters. */
  readonly value: string | number | boolean
  /** What it is, in words that find it, too; at most 300 characters. */
  readonly about: LocalText
}

/** What fits a place, when somebody writes there. At most 200 of one place are taken. */
export interface Proposals {
  /** The place is `node`, or what `below` leads to from there. */
  readonly node: Node<unknown>
  /** Steps from the node further down; what the last one names need not be there yet. */
  readonly below?: Path
  /**
   * `'value'`, unless told: what stands behind the name, also while nothing stands there. `'keys'`: names of further keys of the object, which
   * there are in schemas only.
   */
  readonly at?: 'value' | 'keys'
  /** In the order in which they are shown. */
  readonly proposals: readonly Proposal[]
}

/** What a hover works with. */
export interface HoverContext extends LookingContext {
  /** Says something of a place; of one place several hovers may. */
  explain(explanation: Explanation): void
}

/** What a completion works with. */
export interface CompletionContext extends LookingContext {
  /** Proposes something for a place. */
  propose(proposals: Proposals): void
}

/** Explains places of documents. */
export interface Hover {
  /** What lists and hosts need to know of it. */
  readonly meta: HelpMeta
  /** Called once a question, before the first node. */
  create(ctx: HoverContext): HelpVisitors
}

/** Proposes what fits places of documents. The nodes are those of the text as it could be read last. */
export interface Completion {
  /** What lists and hosts need to know of it. */
  readonly meta: HelpMeta
  /** Called once a question, before the first node. */
  create(ctx: CompletionContext): HelpVisitors
}

/**
 * Declares a hover; returns it unchanged.
 * @example
 * defineHover({
 *   meta: { title, languages: ['json-schema'] },
 *   create: ctx => ({
 *     'schema.property'(node) {
 *       if (node.key === 'maTinh') ctx.explain({ node, at: 'key', text: provinceCodes })
 *     },
 *   }),
 * })
 */
export const defineHover = (hover: Hover): Hover => hover

/**
 * Declares a completion; returns it unchanged.
 * @example
 * defineCompletion({
 *   meta: { title, languages: ['json-schema'] },
 *   create: ctx => ({
 *     'schema.property'(node) {
 *       ctx.propose({ node, below: ['x-phan-loai'], proposals: [{ value: 'mat', about }] })
 *     },
 *   }),
 * })
 */
export const defineCompletion = (completion: Completion): Completion => completion
