import {
  holds,
  type Json,
  type JsonObject,
  type PersonalData,
  type PersonalDataLabel,
  personalDataLabels,
  wordsOf,
} from '@lienthong/plugin-sdk'

/** What one place says: a schema with its keywords and description, or a comment as the description. */
export type Saying = Pick<JsonObject, string>

/**
 * What the places say together, the nearest first. Read when somebody asks: few rules do, and those ask for the label. It is read again in
 * another run, where some place may say something else.
 */
export const personalDataOf = (places: readonly Saying[], runNow: () => number = sameRun): PersonalData => {
  let label: PersonalDataLabel | null | undefined
  let run = runNow()
  return {
    get label() {
      if (label === undefined || run !== runNow())
        label = first(places, place => (place === places[0] ? labelOf(place) : labelAround(place)))
      run = runNow()
      return label
    },
    get purpose() {
      return first(places, place => textOf(place['x-purpose']) ?? said(purpose, place))
    },
    get protection() {
      return first(places, place => textOf(place['x-protection']) ?? said(protection, place))
    },
  }
}

/** Of places that never say anything else. */
const sameRun = () => 0

/** What is looked at, of a place that says it by keyword. */
export const sayingOf = (says: (keyword: string) => Json | undefined): Saying => {
  const saying = {}
  for (const keyword of ['x-personal-data', 'x-purpose', 'x-protection', 'description'])
    Object.defineProperty(saying, keyword, { get: () => says(keyword) })
  return saying
}

const labelOf = (place: Saying): PersonalDataLabel | null =>
  knownLabel(place['x-personal-data']) ?? labelIn(textOf(place.description))

/** Of places that hold others, which all ask for it. */
const labels = new WeakMap<Saying, PersonalDataLabel | null>()

const labelAround = (place: Saying): PersonalDataLabel | null => {
  const known = labels.get(place)
  if (known !== undefined) return known
  const label = labelOf(place)
  labels.set(place, label)
  return label
}

const first = <T>(places: readonly Saying[], read: (place: Saying) => T | null): T | null => {
  for (const place of places) {
    const found = read(place)
    if (found !== null) return found
  }
  return null
}

const purpose = /(?:mục đích|purpose)\s*:\s*([^.;\n]*[^.;\s])/iu
const protection = /(?:bảo vệ|protection)\s*:\s*([^.;\n]*[^.;\s])/iu

const said = (demand: RegExp, { description }: Saying): string | null =>
  typeof description === 'string' ? (demand.exec(description.normalize('NFC'))?.[1] ?? null) : null

const knownLabel = (value: unknown): PersonalDataLabel | null =>
  personalDataLabels.find(label => label === value) ?? null

const phrases: readonly (readonly [PersonalDataLabel, readonly string[]])[] = (
  [
    ['none', 'khong phai du lieu ca nhan'],
    ['none', 'not personal data'],
    ['none', 'no personal data'],
    ['sensitive', 'du lieu ca nhan nhay cam'],
    ['sensitive', 'sensitive personal data'],
    ['basic', 'du lieu ca nhan co ban'],
    ['basic', 'basic personal data'],
  ] as const
).map(([label, phrase]) => [label, phrase.split(' ')])

/** Most descriptions say nothing of it: their words are not split. */
const mayTell = /c(?:á|a\u0301?) nh(?:â|a\u0302?)n|personal data/

function labelIn(description: string | null): PersonalDataLabel | null {
  const text = description?.toLowerCase() ?? ''
  // Looking for plain letters takes a tenth of the time.
  if (!text.includes(' nh') && !text.includes('personal data')) return null
  if (description === null || !mayTell.test(text)) return null
  const words = wordsOf(description)
  return phrases.find(([, phrase]) => holds(words, phrase))?.[0] ?? null
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null
