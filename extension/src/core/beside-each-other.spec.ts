import { besideEachOther } from './beside-each-other.ts'

/** A document in which somebody else's letters arrive while the server answers with the text of before, as often as told. */
const writtenWhileAsked = (times: number) => {
  const document = { server: 'a', own: 'a+', asked: 0 }
  const ask = async () => {
    const answer = document.server
    if (document.asked++ < times) {
      document.server += 'b'
      document.own = `${document.server}+`
    }
    return answer
  }
  return { document, both: () => besideEachOther(ask, () => document.own) }
}

describe('the server’s text beside the own one', () => {
  it.each([0, 1, 3])(
    '[E6] differs only in own words, although others wrote during %i answers',
    async times => {
      const { document, both } = writtenWhileAsked(times)
      const [server, own] = await both()
      expect(own).toBe(`${server}+`)
      expect(document.asked).toBe(times + 1)
    },
  )

  it('[E6] is not waited for for ever', async () => {
    const { document, both } = writtenWhileAsked(1_000)
    await both()
    expect(document.asked).toBe(5)
  })

  it('[E6] tells what asking fails with', async () => {
    const failing = besideEachOther(
      () => Promise.reject(new Error('away')),
      () => '',
    )
    await expect(failing).rejects.toThrow('away')
  })
})
