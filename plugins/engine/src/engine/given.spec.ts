import { randomFrom } from '../../test/random.ts'
import { dataOf } from '../inputs/case-inputs.ts'
import { editBetween, edited } from '../models/edit-between.ts'
import type { CheckRequest } from './finding.ts'
import { Given } from './given.ts'

const request = (documentId: string, rest: Partial<CheckRequest> = {}): CheckRequest => ({
  documentId,
  revision: 1,
  format: 'sql',
  text: '',
  ...rest,
})

describe('what a runner is given', () => {
  it('[V29] goes to it once for each revision, checks name it', () => {
    const given = new Given()
    const old = dataOf({ directives: { day: '2026-01-01', directives: [] } })
    const young = dataOf({ directives: { day: '2026-01-02', directives: [] } })
    const sent = [old, old, young, young, old].map((inputs, i) => given.orderOf(request(`${i}`, { inputs })))
    expect(sent.map(({ handIn }) => handIn?.directives?.day)).toEqual([
      '2026-01-01',
      undefined,
      '2026-01-02',
      undefined,
      '2026-01-01',
    ])
    expect(sent[1]?.order.inputs).toEqual({ directives: old.directives?.revision })
  })

  it('[V29] holds for the published text of a document, too', () => {
    const given = new Given()
    const published = { revision: '1.0.0', text: 'create table a ();' }
    const texts = () => given.orderOf(request('a', { published })).order.published
    expect([texts(), texts()]).toEqual([published, { revision: '1.0.0' }])
    given.orderOf(request('a', { published: null }))
    expect(texts()).toEqual(published)
    given.forget('a')
    expect(texts()).toEqual(published)
    expect(given.orderOf(request('b', { published })).order.published).toEqual(published)
  })

  it('[V29] holds for the text itself: what has changed since goes', () => {
    const given = new Given()
    const ordered = (documentId: string, text: string) =>
      given.orderOf(request(documentId, { text })).order.text
    expect(ordered('a', 'số nhà')).toBe('số nhà')
    expect(ordered('a', 'số căn nhà')).toEqual({ of: 6, start: 3, end: 3, text: 'căn ' })
    expect(ordered('a', 'số căn')).toEqual({ of: 10, start: 6, end: 10, text: '' })
    expect(ordered('a', 'số căn')).toEqual({ of: 6, start: 6, end: 6, text: '' })
    expect(ordered('b', 'số')).toBe('số')
    given.forget('a')
    expect(ordered('a', 'số')).toBe('số')
  })

  it('[V29] finds the edit between any two texts', () => {
    const random = randomFrom(7)
    const letters = (most: number) =>
      Array.from({ length: Math.floor(random() * most) }, () => (random() < 0.9 ? 'a' : 'b')).join('')
    for (let at = 0; at < 300; at++) {
      const [head, tail] = [letters(9000), letters(9000)]
      const [before, after] = [head + letters(5) + tail, head + letters(5) + tail]
      expect(edited(before, editBetween(before, after)) === after).toBe(true)
    }
  })
})
