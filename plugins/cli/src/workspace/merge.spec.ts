import fc from 'fast-check'
import { merge } from './merge.ts'

const base = 'một\nhai\nba\nbốn\nnăm\n'

it('[T17] joins changes of different lines', () => {
  expect(merge(base, 'một!\nhai\nba\nbốn\nnăm\n', 'một\nhai\nba\nbốn\nnăm 👩‍👧\n')).toEqual({
    text: 'một!\nhai\nba\nbốn\nnăm 👩‍👧\n',
  })
  expect(merge(base, 'một\nhai\nba\nnăm\n', 'không\nmột\nhai\nba\nbốn\nnăm\n')).toEqual({
    text: 'không\nmột\nhai\nba\nnăm\n',
  })
})

it('[T17] takes once what both sides did alike', () => {
  expect(merge(base, 'một!\nhai\nba\nbốn\nnăm\n', 'một!\nhai\nba\nbốn\nnăm?\n')).toEqual({
    text: 'một!\nhai\nba\nbốn\nnăm?\n',
  })
})

it('[T16] shows the lines that both sides changed, and nothing else', () => {
  expect(merge(base, 'một\nhai hai\nba\nbốn\nnăm\n', 'một!\nhai 2\nba\nbốn\nnăm\n')).toEqual({
    overlaps: [{ line: 2, base: 'hai', local: 'hai hai', server: 'hai 2' }],
  })
})

it('[T17] comes to the same from either side, with every word of both', () => {
  const lines = fc.uniqueArray(fc.stringMatching(/^[a-zđê ]{3,8}$/), { minLength: 4, maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat(), (all, a, b) => {
      const [first, second] = [a % all.length, b % all.length]
      fc.pre(Math.abs(first - second) > 1)
      const changed = (at: number, mark: string) =>
        all.map((line, index) => (index === at ? `${line}${mark}` : line)).join('\n')
      const [local, server] = [changed(first, '👩‍👧'), changed(second, '🇻🇳')]
      const merged = merge(all.join('\n'), local, server)
      expect(merge(all.join('\n'), server, local)).toEqual(merged)
      const both = all.map((line, at) => line + (at === first ? '👩‍👧' : at === second ? '🇻🇳' : ''))
      expect(merged).toEqual({ text: both.join('\n') })
    }),
  )
})
