import type { Dictionary } from './dictionary.ts'
import type { Directives } from './directives.ts'
import type { Inventory } from './inventory.ts'
import type { Json, JsonObject, LocalText, Node, Path } from './node.ts'
import type { SchemaNode } from './schema.ts'
import type { Schemas } from './schemas.ts'

/** Which part of a node is marked: its name, what stands behind the name, or both. What has no key (a list item, the whole document) is marked by its first line then. */
export type Mark = 'key' | 'value' | 'whole'

/**
 * A change that would repair a finding, said in the document's terms; the host turns it into edits of the text at hand.
 * It works on the reported place: `rename` the key, `setValue` of the key, `insertKey` into the object, `remove` the key with
 * its value (or the list item), `replaceText` of what is marked. In SQL and Markdown only `replaceText`, `rename` and `remove` apply.
 * A fix of more than 20,000 characters is not offered.
 */
export type Fix = FixTitle &
  (
    | {
        readonly kind: 'rename'
        /** The key afterwards, at most 1,000 characters; quoted where the format wants that. */
        readonly to: string
      }
    | {
        readonly kind: 'setValue'
        /** What stands behind the key afterwards, nested 200 levels deep at most. */
        readonly value: Json
      }
    | {
        readonly kind: 'insertKey'
        /** One that the object does not have, at most 1,000 characters. */
        readonly key: string
        /** What stands behind it, nested 200 levels deep at most. */
        readonly value: Json
      }
    | { readonly kind: 'remove' }
    | {
        readonly kind: 'replaceText'
        /** Written as it is: in schemas and SQL it has to leave a text that can be read. */
        readonly text: string
      }
  )

/** What people choose a fix by. */
export interface FixTitle {
  /** Says what it does, at most 300 characters. */
  readonly title: LocalText
}

/** Values that a message fills in for `{name}`. A {@link LocalText} is filled in per language. At most 300 characters each. */
export type MessageData = Readonly<Record<string, string | number | LocalText>>

/**
 * Something found. The place is `node`, or the node that `below` leads to from there; `at` is `'whole'` unless told.
 * A place that does not exist in the document, or whose path has more than 200 steps or 10,000 characters, falls back to the nearest parent that does.
 */
export interface Report {
  /** A node that the rule was shown: in scope `unit` one of the unit at hand, in scope `document` any of the document. */
  readonly node: Node<unknown>
  /** Steps from the node further down, which need not be nodes: `['pattern']`. */
  readonly below?: Path
  /** `'whole'` unless told. */
  readonly at?: Mark
  /**
   * Marks, of what `at` marks, only these words, at most 300 characters; where they occur more than once, the `nth` time (0 is the first).
   * `replaceText` then replaces them, in schemas and SQL by letters, digits, spaces and `./_-` only. Where the source spells them
   * otherwise all of it is marked, and `replaceText` is not offered.
   */
  readonly words?: string
  /** 0, the first, unless told. */
  readonly nth?: number
  /** One of the rule's `messages`; any other fails the rule. */
  readonly messageId: string
  /** At most 20 values. */
  readonly data?: MessageData
  /** The first five are offered, the best first: cases apply that one. */
  readonly fixes?: readonly Fix[]
}

/**
 * What rules, hovers and completions look at beside the document. Made anew for every look: keep nothing in variables outside `create`, the
 * same text must always give the same answer. There is no clock, randomness, network, file or module to load.
 */
export interface LookingContext {
  /** The directives. Reading it throws without `inputs: ['directives']`. */
  readonly directives: Directives
  /** The inventory. Reading it throws without `inputs: ['inventory']`. */
  readonly inventory: Inventory
  /** The published schemas. Reading it throws without `inputs: ['schemas']`. */
  readonly schemas: Schemas
  /** The common data dictionary. Reading it throws without `inputs: ['dictionary']`. */
  readonly dictionary: Dictionary
  /**
   * The schema that a reference (`#/$defs/Person`, `#`, `danh-muc.schema.yaml#/$defs/Ma`) points at, where it is defined; undefined
   * when there is none, or, of another document, when it is not known: see `reach`. Of other documents those references are followed
   * that the document writes, and those behind them. What lies there has references from anywhere (`lienthong:/dan-cu/…`) in the
   * place of relative ones, and is for looking at, not for reporting on. The rule runs again when the reference leads elsewhere or nowhere, and,
   * once `value` (or `ref`) was looked at, when that definition changes: do not look further than you need to. What another
   * unit's schema is handed out as is the same node within a run, and not in the next.
   */
  resolve(ref: string): SchemaNode | undefined
  /** Whether it can be known what a reference leads to; the rule runs again when that changes. */
  reach(ref: string): Reach
}

/** What a rule works with. Made anew for every unit and for the document pass. */
export interface RuleContext extends LookingContext {
  /** The options that the workspace gave this rule, `{}` without any. */
  readonly options: JsonObject
  /** Adds a finding. */
  report(report: Report): void
  /** Keeps a fact for the `notes` or `document` visitor, where it arrives in `notes`. Only in rules of scope `document`. */
  note(node: Node<unknown>, fact: unknown): void
}

/**
 * Of a reference that `resolve` answers nothing for: `known`, its document is at hand and has no such schema; `missing`, there is no such
 * document; `unknown`, it is no document of ours, or cannot be looked into at the moment: say nothing of it.
 */
export type Reach = 'known' | 'missing' | 'unknown'
