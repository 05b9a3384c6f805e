import type { Json } from '@lienthong/plugin-sdk'
import { SchemaComparison } from '../src/compare-schemas.ts'
import { type Mode, type Policy, stepOf } from '../src/verdict.ts'

const step = (old: Json, young: Json, mode: Mode, policy: Policy = 'strict') =>
  stepOf(new SchemaComparison(old, young).differences, mode, policy)

const person = { type: 'object', properties: { ten: { type: 'string', maxLength: 50 } } }
const shorter = { type: 'object', properties: { ten: { type: 'string', maxLength: 40 } } }
const named = { ...person, title: 'Công dân' }

describe('the version step', () => {
  it.each<[Mode, string, string]>([
    ['BACKWARD', 'major', 'minor'],
    ['FORWARD', 'minor', 'major'],
    ['FULL', 'major', 'major'],
    ['FULL_TRANSITIVE', 'major', 'major'],
  ])('[K8] follows the mode %s', (mode, narrower, wider) => {
    expect([step(person, shorter, mode), step(shorter, person, mode)]).toEqual([narrower, wider])
  })

  it('[K8] is a patch where only words differ, or the way of writing', () => {
    expect(step(person, named, 'FULL')).toBe('patch')
    expect(step(person, { allOf: [person] }, 'FULL')).toBe('patch')
  })

  const more = { ...person, properties: { ...person.properties, so: { type: 'string', default: '' } } }
  it.each<[string, Json, Json, string]>([
    ['a property declared', person, more, 'minor'],
    ['closed', person, { ...person, additionalProperties: false }, 'minor'],
    ['required with a default', more, { ...more, required: ['so'] }, 'minor'],
    ['required without', person, { ...person, required: ['ten'] }, 'major'],
    ['another type', person, { ...person, properties: { ten: { type: 'integer' } } }, 'major'],
  ])('[K8] is excused by a lenient policy: %s', (_name, old, young, lenient) => {
    expect([step(old, young, 'BACKWARD'), step(old, young, 'BACKWARD', 'lenient')]).toEqual([
      'major',
      lenient,
    ])
  })
})
