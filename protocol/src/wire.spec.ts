import fc from 'fast-check'
import { Decoder, Encoder } from './wire.ts'

const decoded = (frame: unknown): unknown[] => {
  const packets: unknown[] = []
  const decoder = new Decoder().on('decoded', packet => packets.push(packet))
  decoder.add(frame)
  return packets
}
const json = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, undefined, true, false),
    fc.integer(),
    fc.double({ noNaN: true }).filter(n => !Object.is(n, -0)),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter(key => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value

describe('the wire', () => {
  it('[S17] carries any message with bytes at any depth as one binary frame', () => {
    fc.assert(
      fc.property(fc.array(json), fc.option(fc.nat(), { nil: undefined }), (values, id) => {
        const packet = {
          type: 2,
          nsp: '/',
          data: ['document:update', ...values],
          ...(id === undefined ? {} : { id }),
        }
        const frames = new Encoder().encode(packet)
        expect(frames).toHaveLength(1)
        expect(decoded(frames[0])).toEqual([packet])
      }),
    )
  })

  it('[S17] reads a frame wherever it lies in its buffer', () => {
    const packet = { type: 3, nsp: '/', id: 0, data: [{ ok: new Uint8Array([1, 2]) }] }
    const [frame = new Uint8Array()] = new Encoder().encode(packet)
    const roomy = new Uint8Array(frame.length + 20)
    roomy.set(frame, 7)
    expect(decoded(roomy.subarray(7, 7 + frame.length))).toEqual([packet])
    expect(decoded(frame.slice().buffer)).toEqual([packet])
  })

  it('[S17] keeps nothing of a large buffer but the frame', () => {
    const [frame = new Uint8Array()] = new Encoder().encode({ type: 3, nsp: '/', data: [new Uint8Array(8)] })
    const slab = new Uint8Array(65_536)
    slab.set(frame)
    const [packet] = decoded(slab.subarray(0, frame.length)) as [{ data: [Uint8Array] }]
    expect(packet.data[0].buffer.byteLength).toBe(frame.length)
  })

  it('[S17] refuses garbage by throwing, never by passing it on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        let packets: unknown[] = []
        try {
          packets = decoded(bytes)
        } catch {
          return
        }
        for (const packet of packets) {
          const { type, data } = packet as { type: number; data: unknown }
          expect(type).toBeLessThanOrEqual(4)
          if (type === 2 || type === 3) expect(Array.isArray(data)).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
    expect(() => decoded('text')).toThrow('not a binary frame')
    const [frame = new Uint8Array()] = new Encoder().encode({ type: 2, nsp: '/', data: ['x'] })
    expect(() => decoded(frame.subarray(0, frame.length - 1))).toThrow()
    expect(() => decoded(new Uint8Array([...frame, 0]))).toThrow('not a packet')
  })

  it('[S17] lets no peer send an event that Node or socket.io emits itself', () => {
    for (const name of ['error', 'disconnect', 'newListener', 7]) {
      const [frame] = new Encoder().encode({ type: 2, nsp: '/', data: [name] })
      expect(() => decoded(frame)).toThrow('not a packet')
    }
  })
})
