import type { Json } from '@lienthong/plugin-sdk'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { SchemaComparison } from '../src/compare-schemas.ts'
import { narrows, widens } from '../src/effect.ts'
import { patient } from '../src/effort.ts'
import { Comparison } from '../src/schema/compare.ts'
import { SchemaText } from '../src/schema/document.ts'
import { Candidates } from '../src/witness/candidates.ts'
import { formats } from '../src/witness/formats.ts'
import { Validator } from '../src/witness/validate.ts'
import { changed } from './changes.ts'
import { schema } from './random-schemas.ts'

/** How many random pairs, by `LIENTHONG_COMPATIBILITY_RUNS` where somebody has the time; `LIENTHONG_COMPATIBILITY_SEED` repeats a run. */
const numRuns = Number(process.env.LIENTHONG_COMPATIBILITY_RUNS ?? 80)
const seed = Number(process.env.LIENTHONG_COMPATIBILITY_SEED ?? 4711)

const validatorOf = (schema: Json): ((value: Json) => boolean) | null => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false })
  for (const [name, { fits }] of formats) ajv.addFormat(name, fits)
  try {
    const validate = ajv.compile(schema as boolean | object)
    return value => validate(value) === true
  } catch {
    return null
  }
}

const pair = fc
  .tuple(schema, schema, fc.nat(), fc.nat(), fc.boolean())
  .map(([old, other, at, kind, isSmall]): [Json, Json] => [
    old,
    isSmall ? changed(old, { at, kind, from: other }) : other,
  ])

/** All that the search can think of, also where the comparison sees no difference. */
const candidatesOf = (old: Json, young: Json): readonly Json[] => {
  const { shapes } = new Comparison(patient)
  const candidates = new Candidates({ shapes, validator: new Validator(patient), mayDiffer: () => true })
  const [before, now] = [new SchemaText(old, 'old').top, new SchemaText(young, 'new').top]
  return [
    ...candidates.all({ giver: [before], taker: [now] }),
    ...candidates.all({ giver: [now], taker: [before] }),
  ]
}

describe('random pairs of schemas', () => {
  it('[K3] never calls compatible what a record shows to be broken', () => {
    fc.assert(
      fc.property(pair, ([old, young]) => {
        const [inOld, inNew] = [validatorOf(old), validatorOf(young)]
        fc.pre(inOld !== null && inNew !== null)
        const { differences } = new SchemaComparison(old, young)
        const refused = candidatesOf(old, young).find(value => inOld?.(value) && !inNew?.(value))
        const unknown = candidatesOf(old, young).find(value => inNew?.(value) && !inOld?.(value))
        if (refused !== undefined)
          expect([refused, differences.some(({ effect }) => narrows(effect))]).toEqual([refused, true])
        if (unknown !== undefined)
          expect([unknown, differences.some(({ effect }) => widens(effect))]).toEqual([unknown, true])
      }),
      { numRuns, seed },
    )
  })

  it('[K4] finds records that ajv calls valid on one side and invalid on the other', () => {
    let [breaking, shown] = [0, 0]
    fc.assert(
      fc.property(pair, ([old, young]) => {
        const [inOld, inNew] = [validatorOf(old), validatorOf(young)]
        fc.pre(inOld !== null && inNew !== null)
        const comparison = new SchemaComparison(old, young)
        const { refused, unknown } = comparison
        if (refused) expect([inOld?.(refused.record), inNew?.(refused.record)]).toEqual([true, false])
        if (unknown) expect([inOld?.(unknown.record), inNew?.(unknown.record)]).toEqual([false, true])
        if (comparison.differences.some(({ effect }) => narrows(effect))) breaking++
        if (refused) shown++
      }),
      { numRuns, seed },
    )
    expect(shown / breaking).toBeGreaterThan(0.5)
  })

  it('[K4] judges records as ajv does, without making code', () => {
    fc.assert(
      fc.property(schema, schema, (one, other) => {
        const judge = validatorOf(one)
        fc.pre(judge !== null)
        const { top } = new SchemaText(one, 'old')
        for (const value of candidatesOf(one, other).slice(0, 100))
          expect([value, new Validator(patient).accepts(top, value)]).toEqual([value, judge?.(value)])
      }),
      { numRuns, seed },
    )
  })
})
