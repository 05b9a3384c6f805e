import type { Json, JsonObject, Node } from './node.ts'

/**
 * Which field of one schema feeds which field of another. A mapping document is a schema document in YAML or JSON whose root has
 * `mapping`:
 *
 * ```yaml
 * x-legal-basis: ND-278-2025
 * mapping:
 *   source: ho-so-tinh/cong-dan.sql
 *   target: dan-cu/cong-dan.schema.yaml
 *   purpose: Giải quyết thủ tục hành chính
 *   fields:
 *     - { from: cong_dan.so_cccd, to: soDinhDanhCaNhan }
 *     - { from: cong_dan.gioi_tinh, to: gioiTinh, codes: { '1': nam, '2': nu } }
 *     - { from: [cong_dan.ho, cong_dan.ten], to: hoTen, transform: Nối bằng một dấu cách, loss: Không có }
 *     - { value: VN, to: quocTich }
 * ```
 *
 * What is not written, or not as it should be, is null or empty.
 */
export interface Mapping {
  /** Address of the schema that the data comes from: the code of a database, and the document in it. */
  readonly source: string | null
  /** Address of the schema that the data goes to. */
  readonly target: string | null
  /** Why the data is handed on. */
  readonly purpose: string | null
  /** The codes of the directives that `x-legal-basis` names. */
  readonly basis: readonly string[]
}

/** One entry of a mapping's `fields`. Fields are named `entity.field`, of a schema's root `field`; further steps lead into objects. */
export interface MappingEntry {
  /** Several are joined; none where `value` is written. */
  readonly from: readonly string[]
  /** One field of the target. */
  readonly to: string | null
  /** Written in every record, in the place of a field of the source. */
  readonly value: Json | undefined
  /** Codes of the source, and what they become. */
  readonly codes: JsonObject | null
  /** How values are changed, in words. */
  readonly transform: string | null
  /** What gets lost on the way, and why that may be, in words. */
  readonly loss: string | null
}

/** A mapping where it is written: the value of `mapping`. */
export interface MappingNode extends Node<Mapping> {
  /** In the order in which they are written; what is no object is left out. */
  readonly entries: readonly MappingEntryNode[]
}

/** An entry where it is written. `below: ['from']` leads to a single field, `below: ['from', 1]` into a list. */
export interface MappingEntryNode extends Node<MappingEntry> {
  /** The mapping that it belongs to. */
  readonly parent: MappingNode
}

/** Whether the root of a document makes it a mapping. */
export const isMapping = (root: JsonObject): boolean => root.mapping !== undefined
