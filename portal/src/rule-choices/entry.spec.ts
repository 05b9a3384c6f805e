import type { RuleChoices } from '@lienthong/protocol'
import { choicesOf, entryOf } from './entry.ts'

const choices: RuleChoices = {
  set: 'strict',
  rules: {
    'a/one': 'off',
    'a/two': { options: { max: 3 } },
    'a/three': { severity: 'hint', options: { max: 4, also: ['x'] } },
    'a/four': {},
  },
  overrides: [{ files: ['*.sql'], set: 'recommended', rules: { 'a/one': { options: { use: false } } } }],
}

describe('choices of rules in the form', () => {
  it('[X1] come back as they were', () => {
    expect(choicesOf(entryOf(choices))).toEqual(choices)
    expect(choicesOf(entryOf({}))).toEqual({ rules: {} })
  })

  it('[X1] keep options when the level changes, and lose those that were cleared', () => {
    const entry = entryOf(choices)
    const rules = entry.rules.map(rule => ({ ...rule, level: 'error' as const }))
    const [, two, three] = rules
    const cleared = [two, { ...three, options: { max: null, also: [] } }] as typeof rules
    expect(choicesOf({ set: 'inherited', rules: cleared, overrides: [] })).toEqual({
      rules: { 'a/two': { severity: 'error', options: { max: 3 } }, 'a/three': 'error' },
    })
  })
})
