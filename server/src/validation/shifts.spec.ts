import * as Y from 'yjs'
import { type Delta, shifted, touches } from './shifts.ts'

const random = (seed: number) => () => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}

describe('offsets under changes', () => {
  it('moves an offset behind what is inserted at it, and keeps an end in front', () => {
    const delta = [{ retain: 3 }, { insert: 'ệê' }]
    expect(shifted(2, delta, false)).toBe(2)
    expect(shifted(3, delta, false)).toBe(5)
    expect(shifted(3, delta, true)).toBe(3)
    expect(shifted(4, delta, true)).toBe(6)
  })

  it('puts an offset within deleted text where the text was', () => {
    expect(shifted(5, [{ retain: 2 }, { delete: 10 }], false)).toBe(2)
    expect(shifted(20, [{ retain: 2 }, { delete: 10 }], false)).toBe(10)
  })

  it('knows a stretch that was touched, its edges included', () => {
    expect(touches([{ retain: 3 }, { insert: 'x' }], 4, 8)).toBe(false)
    expect(touches([{ retain: 4 }, { insert: 'x' }], 4, 8)).toBe(true)
    expect(touches([{ retain: 8 }, { insert: 'x' }], 4, 8)).toBe(true)
    expect(touches([{ retain: 1 }, { delete: 2 }], 4, 8)).toBe(false)
    expect(touches([{ retain: 1 }, { delete: 3 }], 4, 8)).toBe(true)
  })

  it('agrees with Yjs about where untouched characters went, in 200 random changes', () => {
    const next = random(11)
    for (let round = 0; round < 200; round++) {
      const text = new Y.Doc().getText('t')
      text.insert(0, 'abcdefghijklmnopqrstuvwxyz')
      const deltas: Delta[] = []
      text.observe(event => deltas.push(event.delta))
      text.doc?.transact(() => {
        for (let i = 0; i < 4; i++) {
          const at = Math.floor(next() * text.length)
          if (next() < 0.5) text.insert(at, 'ĐỘ')
          else text.delete(at, Math.min(2, text.length - at))
        }
      })
      const result = text.toString()
      for (const [offset, letter] of [...'abcdefghijklmnopqrstuvwxyz'].entries()) {
        const moved = deltas.reduce((at, delta) => shifted(at, delta, false), offset)
        const found = result.indexOf(letter)
        expect({ round, letter, moved: found < 0 ? found : moved }).toEqual({ round, letter, moved: found })
      }
    }
  })
})
