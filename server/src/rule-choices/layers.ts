import type { RuleChoices, RuleLayer } from '@lienthong/protocol'
import picomatch from 'picomatch'

/** What choices say of a document, in the order in which they count: for every document, then for its path. */
export const layersFor = (path: string, { set, rules, overrides = [] }: RuleChoices): RuleLayer[] => [
  { set, rules },
  ...overrides
    .filter(({ files }) => picomatch.isMatch(path, files, { dot: true }))
    .map(override => ({ set: override.set, rules: override.rules })),
]
