import type { Node } from './node.ts'

/** A heading. `depth` 1–6. `slug` is its anchor in links: lower case, spaces as hyphens, letters of every language kept. */
export interface MdHeading {
  readonly depth: number
  readonly text: string
  readonly slug: string
}

/** A numbered requirement: a paragraph or list item that begins with an id such as `YC-012` or `REQ-3.1`. `text` is what follows, '' where nothing does. */
export interface MdRequirement {
  readonly id: string
  readonly text: string
}

/** A link or image. `url` is as written, null when a reference has no definition. */
export interface MdLink {
  readonly text: string
  readonly url: string | null
  readonly isImage: boolean
}

/** A fenced code block. `info` is the word after the fence (`sql`, `json`), '' without one. */
export interface MdCode {
  readonly info: string
  readonly text: string
}

/** From a heading up to the next one. `heading` is null for what stands before the first. `text` is the source. */
export interface MdSection {
  readonly heading: MdHeading | null
  readonly requirements: readonly MdRequirement[]
  readonly links: readonly MdLink[]
  readonly codes: readonly MdCode[]
  readonly text: string
}

/** A section. `at: 'key'` marks its heading's words. */
export type MdSectionNode = Node<MdSection>

/** A heading, requirement, link or code block in its section. `at: 'key'` marks a requirement's id or a link's text, `'value'` the words or the address. */
export interface MdNode<Value> extends Node<Value> {
  readonly parent: MdSectionNode
}
