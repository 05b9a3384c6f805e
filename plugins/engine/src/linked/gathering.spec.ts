import { Gathering } from './gathering.ts'

const format = 'json-schema-yaml'
const later = () => new Promise(resolve => setTimeout(resolve, 5))

/** What lies at the addresses by now; each read is counted, and may wait or fail. */
class Shelf {
  readonly texts = new Map([['a', '1']])
  reads = 0
  isDown = false
  wait: Promise<void> = Promise.resolve()

  readonly gathering = new Gathering('here', async address => {
    this.reads++
    const text = this.texts.get(address)
    await this.wait
    if (this.isDown) throw new Error('down')
    return text === undefined ? 'missing' : { address, revision: text, format, text }
  })

  get known(): Record<string, string> {
    const { documents, missing } = this.gathering.surroundings
    return Object.fromEntries([
      ...documents.map(({ address, text }) => [address, text]),
      ...missing.map(address => [address, 'missing']),
    ])
  }
}

describe('gathering what a document refers to', () => {
  it('[V43] reads what is wanted once, and forgets what is not wanted any more', async () => {
    const shelf = new Shelf()
    expect(await shelf.gathering.take(['a', 'b'])).toBe(true)
    expect(await shelf.gathering.take(['a', 'b'])).toBe(false)
    expect([shelf.known, shelf.reads]).toEqual([{ a: '1', b: 'missing' }, 2])
    await shelf.gathering.take(['b'])
    expect(shelf.known).toEqual({ b: 'missing' })
    expect(shelf.gathering.has('a')).toBe(false)
  })

  it('[V43] hears of what changes while it is being read', async () => {
    const shelf = new Shelf()
    let go = () => {}
    shelf.wait = new Promise(resolve => {
      go = () => resolve()
    })
    const taking = shelf.gathering.take(['a'])
    await later()
    shelf.texts.set('a', '2')
    expect(shelf.gathering.has('a')).toBe(true)
    const renewing = shelf.gathering.renew()
    go()
    await Promise.all([taking, renewing])
    expect(shelf.known).toEqual({ a: '2' })
  })

  it('[V43] keeps what it knows while nothing can be read, and asks again for the rest', async () => {
    const shelf = new Shelf()
    await shelf.gathering.take(['a'])
    shelf.isDown = true
    expect(await shelf.gathering.renew()).toBe(false)
    expect(await shelf.gathering.take(['a', 'b'])).toBe(false)
    expect(shelf.known).toEqual({ a: '1' })
    shelf.isDown = false
    expect(await shelf.gathering.take(['a', 'b'])).toBe(true)
    expect(shelf.known).toEqual({ a: '1', b: 'missing' })
  })

  it('[V43] reads once for all who tell it meanwhile', async () => {
    const shelf = new Shelf()
    await shelf.gathering.take(['a'])
    await Promise.all(Array.from({ length: 20 }, () => shelf.gathering.renew()))
    expect(shelf.reads).toBeLessThan(4)
  })

  it('[V41] leaves unknown what is too much to read', async () => {
    const shelf = new Shelf()
    for (const name of ['a', 'b', 'c']) shelf.texts.set(name, 'x'.repeat(900_000))
    await shelf.gathering.take(['a', 'b', 'c'])
    expect([Object.keys(shelf.known), shelf.gathering.surroundings.unknown]).toEqual([['a', 'b'], ['c']])
  })
})
