import type { AuthoredRun, Authorship } from '@lienthong/protocol'
import { type AuthoredText, contributionsIn } from './line-authors.ts'

const an = 'an' as AuthoredRun['personId']
const binh = 'binh' as AuthoredRun['personId']

/** A text of pieces, each brought by somebody in an entry of the timeline. */
const written = (
  ...pieces: [words: string, personId: AuthoredRun['personId'], seq: number][]
): AuthoredText => {
  let end = 0
  const runs = pieces.map(([words, personId, seq]): AuthoredRun => {
    const start = end
    end += words.length
    return { start, end, personId, at: `2026-01-31T08:0${seq}:00.000Z`, seq }
  })
  const authorship: Authorship = { seq: 9, authors: [], runs }
  return { authorship, text: pieces.map(([words]) => words).join('') }
}
const told = written(
  ['type: ', null, 1],
  ['object', an, 2],
  ['\nten', null, 1],
  ['GọiKhác', binh, 3],
  [':\n', null, 1],
)
const who = (now: string, start: number, end: number) =>
  contributionsIn(told, now, { start, end }).map(({ personId, words }) => [personId, ...words])

describe('who wrote a line', () => {
  it('[H8] names everybody whose words are in it, newest first', () => {
    expect(who(told.text, 0, 12)).toEqual([
      [an, 'object'],
      [null, 'type: '],
    ])
    expect(who(told.text, 13, 24)).toEqual([
      [binh, 'GọiKhác'],
      [null, 'ten', ':'],
    ])
  })

  it('[H8] keeps to the words that are selected', () => {
    expect(who(told.text, 8, 10)).toEqual([[an, 'je']])
  })

  it('[H8] knows the words that are still there by their author, however they have moved', () => {
    const now = `# đầu\n${told.text.replace('object', 'obj')}`
    expect(who(now, 6, 15)).toEqual([
      [an, 'obj'],
      [null, 'type: '],
    ])
    expect(who(now, 16, 27)).toEqual(who(told.text, 13, 24))
  })

  it('[H8] gives nobody words that the server has not told of', () => {
    const now = `vừa gõ\n${told.text}`
    expect(who(now, 0, 6)).toEqual([])
  })
})
