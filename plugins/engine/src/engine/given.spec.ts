import { dataOf } from '../inputs/case-inputs.ts'
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
})
