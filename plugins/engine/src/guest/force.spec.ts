import type { Directive } from '@lienthong/plugin-sdk'
import { dataOf } from '../inputs/case-inputs.ts'
import { forceOf } from './force.ts'

const on = (day: string, sketch: Partial<Directive>) => {
  const { directives } = dataOf({ directives: { day: today, directives: [{ code: 'A', ...sketch }] } })
  return directives?.directives.map(directive => forceOf(directive, day, today))[0]
}
const today = '2026-11-27'

describe('force of a directive', () => {
  it('[V30] begins with its first day and ends before its last', () => {
    const dated = { validFrom: '2024-05-09', validTo: '2025-08-19', status: 'repealed' } as const
    expect(['2024-05-08', '2024-05-09', '2025-08-18', '2025-08-19'].map(day => on(day, dated))).toEqual([
      'not-yet',
      'in-force',
      'in-force',
      'ended',
    ])
  })

  it('[V30, R22] is unknown where a day that decides it is unknown', () => {
    expect(on('2025-05-01', { issuedOn: '2025-04-01' })).toBe('unknown')
    expect(on('2025-03-01', { issuedOn: '2025-04-01' })).toBe('not-yet')
    expect(on(today, { issuedOn: '2025-04-01' })).toBe('in-force')
    expect(on(today, { status: 'unknown' })).toBe('unknown')
    expect(on(today, { status: 'repealed' })).toBe('ended')
    expect(on('2026-11-26', { status: 'repealed' })).toBe('unknown')
    expect(on(today, { status: 'draft' })).toBe('not-yet')
    expect(on(today, { status: 'partly-repealed' })).toBe('partly-repealed')
  })
})
