import type { Participant, PersonId, SessionId } from '@lienthong/protocol'
import { peopleHere } from './people-here.ts'

const windowOf = (person: string, n: number, more: Partial<Participant> = {}): Participant => ({
  sessionId: `${person}-${n}` as SessionId,
  personId: person as PersonId,
  displayName: person,
  organisationName: 'Bộ',
  color: n,
  canEdit: true,
  selections: [],
  isAway: false,
  ...more,
})
const moves = new Map([
  ['an-1', 10],
  ['an-2', 30],
  ['an-3', 20],
])
const here = (...participants: Participant[]) =>
  peopleHere(participants, ({ sessionId }) => moves.get(sessionId) ?? 0)

describe('people here', () => {
  it('[E13] are listed once, however many windows they have, in the order in which they came', () => {
    const people = here(windowOf('an', 1), windowOf('binh', 1), windowOf('an', 2))
    expect(people.map(({ displayName, windows }) => [displayName, windows.length])).toEqual([
      ['an', 2],
      ['binh', 1],
    ])
  })

  it('[E13] are to be found where they are, and where they moved last', () => {
    const [an] = here(windowOf('an', 1), windowOf('an', 2, { isAway: true }), windowOf('an', 3))
    expect(an?.windows.map(({ sessionId }) => sessionId)).toEqual(['an-3', 'an-1', 'an-2'])
  })

  it('[E12] are away when they are at none of their windows', () => {
    const away = { isAway: true }
    expect(here(windowOf('an', 1, away), windowOf('an', 2))[0]?.isAway).toBe(false)
    expect(here(windowOf('an', 1, away), windowOf('an', 2, away))[0]?.isAway).toBe(true)
  })
})
