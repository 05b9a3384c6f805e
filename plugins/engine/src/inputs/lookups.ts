import type { InputData } from '@lienthong/plugin-sdk'
import { nearestOf } from '../engine/guess.ts'
import { elementKey } from './element-key.ts'

/** What rules may look records up by. */
export type LookupName =
  | 'directives.code'
  | 'directives.number'
  | 'directives.similar'
  | 'databases.code'
  | 'databases.name'
  | 'lists.code'
  | 'organisations.code'
  | 'provinces.code'
  | 'schemas.address'
  | 'dictionary.element'

type Index = ReadonlyMap<string, readonly object[]>

/** Longer keys name nothing. */
export const maxKeyLength = 300

/**
 * Answers what rules look up. The data stays outside of the sandbox, whatever its size: only the records that were asked for
 * enter it, as text, where they count as the plugin's own memory.
 */
export class Lookups {
  private data: InputData = {}
  private readonly indexes = new Map<LookupName, Index>()

  /** Takes new data in, in the place of what was known. */
  take(data: InputData): void {
    this.data = data
    this.indexes.clear()
  }

  /** The records with that key as JSON; what is not a lookup finds nothing. */
  find(name: string, key: string): string {
    const lookup = lookups[name as LookupName]
    if (!Object.hasOwn(lookups, name) || key.length > maxKeyLength) return '[]'
    if (name === 'directives.similar') return JSON.stringify(this.similar(key))
    let index = this.indexes.get(name as LookupName)
    if (!index) {
      index = lookup(this.data)
      this.indexes.set(name as LookupName, index)
    }
    return JSON.stringify(index.get(folded(key)) ?? [])
  }

  private similar(key: string): readonly object[] {
    const { directives = [] } = this.data.directives ?? {}
    const nearest = nearestOf(
      key,
      directives.flatMap(({ code, number }) => (number === null ? code : [code, number])),
    )
    const found = directives.find(({ code, number }) => code === nearest || number === nearest)
    return found ? [found] : []
  }
}

const lookups: Readonly<Record<LookupName, (data: InputData) => Index>> = {
  'directives.code': ({ directives }) => indexed(directives?.directives, ({ code }) => [code]),
  'directives.number': ({ directives }) => indexed(directives?.directives, ({ number }) => [number]),
  'directives.similar': () => new Map(),
  'databases.code': ({ inventory }) => indexed(inventory?.databases, ({ code }) => [code]),
  'databases.name': ({ inventory }) => indexed(inventory?.databases, ({ name }) => [name.vi, name.en]),
  'lists.code': ({ inventory }) => indexed(inventory?.lists, ({ code }) => [code]),
  'organisations.code': ({ inventory }) => indexed(inventory?.organisations, ({ code }) => [code]),
  'provinces.code': ({ inventory }) =>
    indexed(
      inventory?.organisations.filter(({ kind }) => kind === 'province'),
      ({ officialCode }) => [officialCode],
    ),
  'schemas.address': ({ schemas }) => indexed(schemas?.schemas, ({ address }) => [address]),
  'dictionary.element': ({ dictionary }) => indexed(dictionary?.elements, ({ name }) => [elementKey(name)]),
}

const indexed = <T extends object>(
  records: readonly T[] | undefined,
  keysOf: (record: T) => readonly (string | null)[],
): Index => {
  const index = new Map<string, T[]>()
  for (const record of records ?? [])
    for (const key of new Set(keysOf(record)))
      if (key !== null) index.set(folded(key), [...(index.get(folded(key)) ?? []), record])
  return index
}

/** Case, spaces and the look-alike Ð (eth) for Đ make no difference. */
const folded = (key: string): string =>
  key.normalize('NFC').replace(/Ð/g, 'Đ').toLowerCase().replace(/\s+/g, '')
