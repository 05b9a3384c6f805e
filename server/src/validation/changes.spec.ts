import * as Y from 'yjs'
import { type Change, changeOf, type Delta, followedBy, moved, touches } from './changes.ts'

const random = (seed: number) => () => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}

const movedBy = (offset: number, delta: Delta, isEnd = false) => moved(offset, changeOf(delta, 20), isEnd)
const touchedBy = (delta: Delta) => touches(changeOf(delta, 20), 4, 8)

describe('offsets under changes [V4]', () => {
  it('moves an offset behind what is put in at it, and keeps an end in front', () => {
    const delta = [{ retain: 3 }, { insert: 'ệê' }]
    expect(movedBy(2, delta)).toBe(2)
    expect(movedBy(3, delta)).toBe(5)
    expect(movedBy(3, delta, true)).toBe(3)
    expect(movedBy(4, delta, true)).toBe(6)
  })

  it('puts an offset within deleted text where the text was', () => {
    expect(movedBy(5, [{ retain: 2 }, { delete: 10 }])).toBe(2)
    expect(movedBy(20, [{ retain: 2 }, { delete: 10 }])).toBe(10)
  })

  it('leaves offsets alone where nothing happened, and does not fail beyond the text', () => {
    expect(moved(7, null, false)).toBe(7)
    expect(movedBy(99, [{ insert: 'a' }])).toBe(21)
  })

  it('knows a stretch that was touched, its edges included', () => {
    expect(touchedBy([{ retain: 3 }, { insert: 'x' }])).toBe(false)
    expect(touchedBy([{ retain: 4 }, { insert: 'x' }])).toBe(true)
    expect(touchedBy([{ retain: 8 }, { insert: 'x' }])).toBe(true)
    expect(touchedBy([{ retain: 1 }, { delete: 2 }])).toBe(false)
    expect(touchedBy([{ retain: 1 }, { delete: 3 }])).toBe(true)
    expect(touches(null, 0, 9)).toBe(false)
  })

  it('agrees with Yjs about where untouched characters went, many changes taken as one, in 200 random rounds', () => {
    const next = random(11)
    for (let round = 0; round < 200; round++) {
      const text = new Y.Doc().getText('t')
      text.insert(0, 'abcdefghijklmnopqrstuvwxyz')
      let length = text.length
      let change: Change = null
      text.observe(({ delta }) => {
        const one = changeOf(delta, length)
        length = one.newLength
        change = followedBy(change, one)
      })
      for (let transaction = 0; transaction < 3; transaction++)
        text.doc?.transact(() => {
          for (let i = 0; i < 4; i++) {
            const at = Math.floor(next() * text.length)
            if (next() < 0.5) text.insert(at, 'ĐỘ')
            else text.delete(at, Math.min(2, text.length - at))
          }
        })
      const result = text.toString()
      expect(length).toBe(result.length)
      for (const [offset, letter] of [...'abcdefghijklmnopqrstuvwxyz'].entries()) {
        const found = result.indexOf(letter)
        if (found >= 0)
          expect({ round, letter, at: moved(offset, change, false) }).toEqual({ round, letter, at: found })
      }
    }
  })
})
