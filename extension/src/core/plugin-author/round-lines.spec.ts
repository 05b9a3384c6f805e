import type { RefusedRound } from '@lienthong/protocol'
import { RoundLines } from './round-lines.ts'

const round: RefusedRound = {
  state: 'refused',
  subject: 'a.yaml',
  code: 'CODE_INVALID',
  message: { vi: 'Mã không chạy được', en: 'The code does not run' },
}

describe('RoundLines', () => {
  it('[E33] reads a round a line, wherever the pieces end', () => {
    const printed = `${JSON.stringify(round)}\n${JSON.stringify({ ...round, subject: 'b.yaml' })}\n`
    for (const length of [1, 7, printed.length]) {
      const lines = new RoundLines()
      const read = []
      for (let at = 0; at < printed.length; at += length)
        read.push(...lines.take(printed.slice(at, at + length)))
      expect(read).toEqual([round, { ...round, subject: 'b.yaml' }])
    }
  })

  it('[E33] takes nothing else for a round', () => {
    const { code: _, ...less } = round
    const printed = ['Watching . and a.yaml.', '{', 'null', JSON.stringify(less), '']
    expect(new RoundLines().take(`${printed.join('\n')}\n`)).toEqual(printed.map(() => undefined))
  })
})
