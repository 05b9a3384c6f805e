import type { Language, PublishedVersion, Version } from '@lienthong/plugin-sdk'
import { factsOf } from './facts.ts'
import { once, UnitNodes } from './unit-nodes.ts'
import type { GuestPublished, GuestVersion } from './wire.ts'

/** The published version as rules see it; `wanted` is called where one looks for earlier versions that were not given. */
export const publishedOf = (
  language: Language,
  { earlier, ...published }: GuestPublished,
  wanted: () => void,
): PublishedVersion => {
  const versions = once(() => earlier?.versions.map(version => versionOf(language, version)) ?? [])
  return {
    ...versionOf(language, published),
    get earlier() {
      if (earlier) return { versions: versions(), isAll: earlier.isAll }
      wanted()
      return null
    },
  }
}

/** Put together when it is looked at. */
const versionOf = (language: Language, { revision, units }: GuestVersion): Version => {
  const facts = once(() =>
    factsOf(
      language,
      units.map(unit => new UnitNodes(language, unit)),
    ),
  )
  return {
    revision,
    get facts() {
      return facts()
    },
  }
}
