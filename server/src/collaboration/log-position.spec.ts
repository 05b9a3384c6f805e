import { LogPosition } from './log-position.ts'

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise(resolve => setImmediate(resolve))
}

describe('the position in the log', () => {
  it('[S13] moves on with rows that follow, and reads nothing', () => {
    const position = new LogPosition(
      () => Promise.reject(new Error('not asked for')),
      () => {},
    )
    position.reached(3)
    position.stored(4)
    position.stored(5)
    expect([position.seq, position.isBehind]).toEqual([5, false])
  })

  it('[S13] never jumps over a row that it has not read', async () => {
    let give = (_: number) => {}
    const asked: number[] = []
    const position = new LogPosition(
      seq => {
        asked.push(seq)
        return new Promise(resolve => {
          give = resolve
        })
      },
      () => {},
    )
    position.reached(3)
    position.stored(6)
    position.stored(7)
    expect([position.seq, position.head]).toEqual([3, 7])
    give(6)
    await until(() => asked.length === 2)
    expect(position.seq).toBe(6)
    give(7)
    await until(() => !position.isBehind)
    expect(asked).toEqual([3, 6])
  })

  it('[S13] keeps in mind what it hears while the document is still being read', async () => {
    const position = new LogPosition(
      seq => Promise.resolve(seq + 1),
      () => {},
    )
    position.heard(5)
    expect(position.seq).toBe(0)
    position.reached(4)
    await until(() => position.seq === 5)
  })

  it('[S13] goes on reading when the log cannot be read for a while', async () => {
    const failures: unknown[] = []
    let isBroken = true
    const position = new LogPosition(
      seq => (isBroken ? Promise.reject(new Error('away')) : Promise.resolve(seq + 2)),
      error => failures.push(error),
    )
    position.reached(0)
    position.heard(2)
    await until(() => failures.length === 1)
    isBroken = false
    await until(() => position.seq === 2)
  })
})
