import type { Node } from './node.ts'

/** A heading. */
export interface MdHeading {
  /** 1–6. */
  readonly depth: number
  /** Without the signs that make it a heading. */
  readonly text: string
  /** Its anchor in links: lower case, spaces as hyphens, letters of every language kept. */
  readonly slug: string
}

/** A numbered requirement: a paragraph or list item that begins with an id such as `YC-012` or `REQ-3.1`. */
export interface MdRequirement {
  /** As it is written: `YC-012`. */
  readonly id: string
  /** What follows the id, '' where nothing does. */
  readonly text: string
}

/** A link or image. */
export interface MdLink {
  /** What stands in its brackets; of a bare address that address. */
  readonly text: string
  /** As it is written; null when a reference has no definition. */
  readonly url: string | null
  /** It is shown, not followed. */
  readonly isImage: boolean
}

/** A fenced code block. */
export interface MdCode {
  /** The word after the fence (`sql`, `json`), '' without one. */
  readonly info: string
  /** What stands between the fences. */
  readonly text: string
}

/** From a heading up to the next one. */
export interface MdSection {
  /** Null for what stands before the first. */
  readonly heading: MdHeading | null
  /** In document order. */
  readonly requirements: readonly MdRequirement[]
  /** In document order, images included. */
  readonly links: readonly MdLink[]
  /** In document order. */
  readonly codes: readonly MdCode[]
  /** The source, its heading included. */
  readonly text: string
}

/** A section. `at: 'key'` marks its heading's words. */
export type MdSectionNode = Node<MdSection>

/** A heading, requirement, link or code block in its section. `at: 'key'` marks a requirement's id or a link's text, `'value'` the words or the address. */
export interface MdNode<Value> extends Node<Value> {
  /** The section that it stands in. */
  readonly parent: MdSectionNode
}
