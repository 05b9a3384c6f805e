import type { MappingEntryNode, MappingNode, Path, PublishedField, RuleContext } from '@lienthong/plugin-sdk'
import { KnownFields } from './known-fields.ts'

/** A field that an entry names, and where. Undefined where its schema has none of that name. */
export interface NamedField {
  readonly side: 'source' | 'target'
  readonly name: string
  readonly field: PublishedField | undefined
  /** From the entry. */
  readonly below: Path
}

/** What is published of both ends of a mapping. Of a schema that is not published nothing is known, and nothing found. */
export class Ends {
  private readonly known = new Map<string, KnownFields | null>()

  constructor(private readonly ctx: RuleContext) {}

  source({ value }: MappingNode): KnownFields | null {
    return this.of(value.source)
  }

  target({ value }: MappingNode): KnownFields | null {
    return this.of(value.target)
  }

  /** The fields that an entry names in schemas that are known, those of the source first. */
  fieldsOf({ value: { from, to }, parent }: MappingEntryNode): NamedField[] {
    const [source, target] = [this.source(parent), this.target(parent)]
    const read = from.map((name, at): NamedField | null => {
      const below = from.length === 1 ? ['from'] : ['from', at]
      return source && { side: 'source', name, field: source.at(name), below }
    })
    const fed =
      to !== null && target && ({ side: 'target', name: to, field: target.at(to), below: ['to'] } as const)
    return [...read, fed || null].filter(named => named !== null)
  }

  /** The one field that is read and the one that it feeds, where both are known. */
  pairOf(node: MappingEntryNode): { readonly from: PublishedField; readonly to: PublishedField } | null {
    const fields = this.fieldsOf(node)
    const [from, ...others] = fields.filter(({ side }) => side === 'source')
    const to = fields.find(({ side }) => side === 'target')
    return from?.field && to?.field && others.length === 0 ? { from: from.field, to: to.field } : null
  }

  private of(address: string | null): KnownFields | null {
    if (address === null) return null
    const known = this.known.get(address)
    if (known !== undefined) return known
    const schema = this.ctx.schemas.byAddress(address)
    const fields = schema ? new KnownFields(schema) : null
    this.known.set(address, fields)
    return fields
  }
}
