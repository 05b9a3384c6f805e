import type { KnownDocument, KnownDocuments } from '../outline/known-documents.ts'
import { decoded } from '../outline/references.ts'
import type { Proposed, Written } from './proposed.ts'

/** An editor shows a few dozen; what comes first is what is near. */
const maxReferences = 1_000

/** What a document may refer to: its own parts, then those of other documents of its database, then of others that are known. */
export const referencesFrom = <D extends Written>(
  known: KnownDocument<D>,
  documents: KnownDocuments<D>,
  quote: string,
): Omit<Proposed, 'range'>[] => {
  const isSchema = known.document.format.startsWith('json-schema')
  return [...documents.all]
    .filter(({ document }) => !isSchema || document.format.startsWith('json-schema'))
    .sort((one, other) => distance(known, one) - distance(known, other))
    .flatMap(target => referencesTo(known, target))
    .slice(0, maxReferences)
    .map(({ reference, label, about }) => ({
      kind: 'reference',
      text: `${quote}${reference}${quote}`,
      label,
      about: { vi: about, en: about },
    }))
}

const distance = ({ document }: KnownDocument, other: KnownDocument): number => {
  if (other.document.id === document.id) return 0
  return other.document.databaseCode === document.databaseCode ? 1 : 2
}

interface Offered {
  readonly reference: string
  readonly label: string
  readonly about: string
}

/** By the name of the part: an editor has little room, and cuts the end. */
const referencesTo = <D extends Written>(from: KnownDocument<D>, to: KnownDocument<D>): Offered[] => {
  const address = addressFrom(from, to)
  const { title = '' } = to.document
  const about = address === '' ? '' : [address, title].filter(Boolean).join(' · ')
  const whole = address === '' ? [] : [{ reference: address, label: address, about: title }]
  const parts = to.outline.definitions
    .filter(({ kind, name }) => kind === 'fragment' && isOffered(to, name))
    .map(({ name }) => ({ reference: `${address}#${name}`, label: name.split('/').at(-1) ?? name, about }))
  return [...whole, ...parts]
}

/** Of a schema its definitions: pointers into them, and to properties, are rarely meant. */
const isOffered = ({ document }: KnownDocument<Written>, name: string): boolean =>
  name !== '' &&
  (!document.format.startsWith('json-schema') || /^\/(?:\$defs|definitions)\/[^/]+$/.test(name))

/** The way from one document to another; '' for the same. */
const addressFrom = ({ document: from }: KnownDocument, { document: to }: KnownDocument): string => {
  if (from.id === to.id) return ''
  const here = from.databaseCode.split('/')
  const there = to.databaseCode.split('/')
  const apart = there.findIndex((step, depth) => step !== here[depth])
  const shared = apart < 0 ? there.length : apart
  const up = here.slice(shared).map(() => '..')
  return [...up, ...there.slice(shared), ...to.path.split('/')].map(readable).join('/')
}

/** As people write it, but for what would end the reference, its quotes or its brackets. */
const readable = (step: string): string =>
  decoded(step)
    .replace(/[\s#?%"]/g, encodeURIComponent)
    .replace(/['()]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
