import { Strikes } from './strikes.ts'

describe('strikes [V10]', () => {
  it('put a plugin out of use in a document after three faults, everywhere after three documents', () => {
    const strikes = new Strikes()
    for (const document of ['a', 'a', 'a', 'b']) strikes.add(document, 'too-slow', 1_000)
    expect([strikes.outIn('a'), strikes.outIn('b'), strikes.areTooMany]).toEqual(['too-slow', null, false])
    strikes.add('c', 'too-slow', 1_000)
    expect(strikes.areTooMany).toBe(true)
  })

  it('count for nobody else where a document is too large for honest plugins, too', () => {
    const strikes = new Strikes()
    for (const document of ['a', 'b', 'c', 'a', 'a']) strikes.add(document, 'too-much-memory', 900_000)
    expect([strikes.outIn('a'), strikes.areTooMany]).toEqual(['too-much-memory', false])
  })
})
