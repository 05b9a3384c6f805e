import type { Json } from '@lienthong/plugin-sdk'

/** The types of JSON, the integers apart from other numbers. */
export const atoms = ['null', 'boolean', 'object', 'array', 'string', 'integer', 'fraction'] as const
export type Atom = (typeof atoms)[number]
export type Atoms = ReadonlySet<Atom>

export const everyType: Atoms = new Set(atoms)

const byName: Readonly<Record<string, Atoms>> = {
  ...Object.fromEntries(atoms.filter(atom => atom !== 'fraction').map(atom => [atom, new Set([atom])])),
  number: new Set<Atom>(['integer', 'fraction']),
}

/** What a `type` keyword allows. A word that is no type allows everything: another rule refuses it. */
export const atomsOf = (type: Json): Atoms => {
  if (Array.isArray(type)) return new Set(type.flatMap((name: Json) => [...atomsOf(name)]))
  return typeof type === 'string' && Object.hasOwn(byName, type) ? (byName[type] ?? everyType) : everyType
}

export const atomOf = (value: Json): Atom => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  switch (typeof value) {
    case 'boolean':
    case 'string':
    case 'object':
      return typeof value as Atom
    default:
      return Number.isInteger(value) ? 'integer' : 'fraction'
  }
}

export const common = (one: Atoms, other: Atoms): Atoms => new Set([...one].filter(atom => other.has(atom)))

/** A text that is equal for equal values, whatever the order of their keys. */
export const canonical = (value: Json): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
