import type { RuleChoices } from '@lienthong/protocol'
import { choicesOf, entryOf } from './entry.ts'

const choices: RuleChoices = {
  set: 'strict',
  rules: {
    'a/one': 'off',
    'a/two': { options: { max: 3 } },
    'a/three': { severity: 'hint', options: { max: 4 } },
  },
  overrides: [{ files: ['*.sql'], rules: { 'a/one': 'error' } }],
}

describe('choices of rules in the form', () => {
  it('[X1] come back as they were', () => {
    expect(choicesOf(entryOf(choices), choices)).toEqual(choices)
    expect(choicesOf(entryOf({}), {})).toEqual({ rules: {} })
  })

  it('[X1] keep options when the level changes', () => {
    const entry = entryOf(choices)
    const rules = entry.rules.map(({ rule }) => ({ rule, level: 'error' as const }))
    expect(choicesOf({ set: 'inherited', rules }, choices)).toEqual({
      rules: {
        'a/one': 'error',
        'a/two': { severity: 'error', options: { max: 3 } },
        'a/three': { severity: 'error', options: { max: 4 } },
      },
      overrides: choices.overrides,
    })
  })
})
