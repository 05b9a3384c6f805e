import type { Format } from '@lienthong/plugin-sdk'
import { readDocument } from '../models/read.ts'
import type { DocumentModel } from '../models/unit.ts'

/** A version's text, before it is read. Of one revision there is one text. */
export interface VersionText {
  readonly revision: string
  readonly text: string
}

/** The versions that were published before one, the newest first; where not all, the newest of them. */
export interface EarlierTexts {
  readonly versions: readonly VersionText[]
  readonly isAll: boolean
}

/** The version in force, and what was published before it where that is known: it is handed in once a check has said that it is wanted. */
export interface PublishedText extends VersionText {
  readonly earlier?: EarlierTexts
}

/** A version, read. */
export interface Version {
  readonly revision: string
  readonly model: DocumentModel
}

/** A published version, read. The same one is the same object: plugins are told of it once. */
export interface Published extends Version {
  readonly earlier: { readonly versions: readonly Version[]; readonly isAll: boolean } | null
}

/** Reads one version after the other, the newest first, as far as rules have room for them. */
export const readEarlierTexts = async (
  versions: readonly (() => Promise<VersionText>)[],
): Promise<EarlierTexts> => {
  const read: VersionText[] = []
  let left = maxCompared
  for (const version of versions) {
    const text = await version()
    left -= text.text.length
    if (left < 0) return { versions: read, isAll: false }
    read.push(text)
  }
  return { versions: read, isAll: true }
}

/** Characters of a document, of its version in force, which may be as long, and of the earlier ones: as values and nodes a megabyte takes 20 MB. */
const maxCompared = 1_200_000

export const readPublished = (
  format: Format,
  given: PublishedText | null,
  before: Published | null,
): Published | null => {
  if (given === null) return null
  const known = new Map(
    [before, ...(before?.earlier?.versions ?? [])].map(version => [version?.revision, version]),
  )
  const read = ({ revision, text }: VersionText): Version => {
    const version = known.get(revision)
    return version?.model.text === text
      ? version
      : { revision, model: readDocument(format, text, before?.model ?? null) }
  }
  const { revision, model } = read(given)
  const isSame = before?.model === model && before.revision === revision
  if (isSame && (before.earlier !== null) === (given.earlier !== undefined)) return before
  return { revision, model, earlier: given.earlier ? readEarlier(given.text, given.earlier, read) : null }
}

/** As many as a plugin has room for. */
const readEarlier = (
  text: string,
  { versions, isAll }: EarlierTexts,
  read: (version: VersionText) => Version,
): NonNullable<Published['earlier']> => {
  let left = maxCompared - 2 * text.length
  const fitting = versions.findIndex(version => {
    left -= version.text.length
    return left < 0
  })
  const chosen = fitting < 0 ? versions : versions.slice(0, fitting)
  return { versions: chosen.map(read), isAll: isAll && fitting < 0 }
}

/** Characters of all that a document is compared with. */
export const comparedLength = (published: Published | null): number =>
  [published, ...(published?.earlier?.versions ?? [])].reduce(
    (sum, version) => sum + (version?.model.text.length ?? 0),
    0,
  )
