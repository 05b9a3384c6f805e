import { optionFieldsOf } from './option-fields.ts'

describe('fields for the options of a rule', () => {
  it('[X6] follow the schema that the plugin gives', () => {
    const properties = {
      mode: { enum: ['BACKWARD', 'FULL'] },
      required: { type: 'boolean' },
      maxBytes: { type: 'integer', minimum: 1, maximum: 63 },
      share: { type: 'number' },
      also: { type: 'array', items: { type: 'string' } },
      prefix: { type: 'string' },
      pairs: { type: 'array', items: { type: 'object' } },
      any: true,
    }
    expect(optionFieldsOf({ type: 'object', properties })).toEqual([
      { name: 'mode', kind: 'choice', choices: ['BACKWARD', 'FULL'] },
      { name: 'required', kind: 'yesNo' },
      { name: 'maxBytes', kind: 'number', isWhole: true, min: 1, max: 63 },
      { name: 'share', kind: 'number', isWhole: false },
      { name: 'also', kind: 'words' },
      { name: 'prefix', kind: 'text' },
      { name: 'pairs', kind: 'json' },
      { name: 'any', kind: 'json' },
    ])
    expect([undefined, null, {}, { properties: 7 }].flatMap(optionFieldsOf)).toEqual([])
  })
})
