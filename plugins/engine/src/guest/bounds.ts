import type { Fix, Json, LocalText, MessageData, Path, Proposal } from '@lienthong/plugin-sdk'

/** Longest id of a unit. Definitions of longer names are not cut into units of their own. */
export const maxUnitLength = 1_000
/** Longest way to a place, in steps and in characters of all steps together. */
export const maxSteps = 200
export const maxPathLength = 10_000
/** Longest value in a message, longest title of a fix, longest name that one gives. */
export const maxValueLength = 300
export const maxNameLength = 1_000
/** Longest fix altogether, as JSON. */
export const maxFixLength = 20_000

/** Places of one unit that hovers or completions say something of, fewer where the ways to them are long: beyond it nobody points. */
export const maxPlaces = 5_000
/** Proposals for one place. */
export const maxProposals = 200
/** Longest text of a hover. */
export const maxTextLength = 4_000

/** Characters of a path that cost a report: of those with longer ones, a rule has fewer. */
const charactersPerReport = 200

/** Whether a proposal may be handed on: it is one line, and no longer than a value may be. */
export const isProposable = ({ value, about }: Proposal): boolean =>
  !(typeof value === 'string' && (value.length > maxValueLength || /[\r\n]/.test(value))) &&
  about.vi.length <= maxValueLength &&
  about.en.length <= maxValueLength

/** Names and texts of a document may be of any length, what a rule says of them may not: an answer has an end. */
export const bounded = ({ path, words, data, fixes }: Said) => {
  const isMarked = words.length <= maxValueLength
  const within = withinBounds(path)
  const isThere = within.length === path.length
  return {
    path: within,
    words: isMarked ? words : '',
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, shortened(value)])),
    // What would mend the place must not mend its parent, what would replace the words not everything.
    fixes: fixes.filter(fix => isThere && isShort(fix) && (isMarked || fix.kind !== 'replaceText')),
  }
}

interface Said {
  readonly path: Path
  readonly words: string
  readonly data: MessageData
  readonly fixes: readonly Fix[]
}

/** What the host goes by when it refuses an answer, and the guest when it shortens one. */
export const pathLength = (path: Path): number =>
  path.reduce<number>((sum, step) => sum + String(step).length, 0)

/** How many reports of a rule one with this path counts for. */
export const costOf = (path: Path): number => Math.max(1, Math.ceil(pathLength(path) / charactersPerReport))

/** The path, or as much of it as may be said: findings there go to the nearest parent. */
const withinBounds = (path: Path): Path => {
  let end = Math.min(path.length, maxSteps)
  while (pathLength(path.slice(0, end)) > maxPathLength) end--
  return path.slice(0, end)
}

/** One character more than shown, so that the host sees that something is missing. */
const cut = (text: string): string => text.slice(0, maxValueLength + 1)

const shortened = (value: MessageData[string]): MessageData[string] => {
  if (typeof value === 'string') return cut(value)
  return isLocalText(value) ? { vi: cut(value.vi), en: cut(value.en) } : value
}

/** A fix whose text is too long to be handed on is not offered. */
const isShort = (fix: Fix): boolean =>
  fix.title.vi.length <= maxValueLength &&
  fix.title.en.length <= maxValueLength &&
  JSON.stringify(fix).length <= maxFixLength &&
  namesOf(fix).every(name => name.length <= maxNameLength)

const namesOf = (fix: Fix): readonly string[] =>
  fix.kind === 'rename' ? [fix.to] : fix.kind === 'insertKey' ? [fix.key] : []

/** A rule's author may have been careless; the host judges what is none. */
const isLocalText = (value: unknown): value is LocalText =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Record<string, Json>).vi === 'string' &&
  typeof (value as Record<string, Json>).en === 'string'
