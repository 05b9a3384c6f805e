import {
  type Outline,
  type OutlineRequest,
  type Runner,
  RunnerFailed,
  RunnerGone,
} from '@lienthong/plugin-engine'
import type { DocumentId, DocumentSummary } from '@lienthong/protocol'
import type { RoomsService } from '../collaboration/rooms.service.ts'
import type { DocumentContentService } from '../documents/document-content.service.ts'
import type { RunnerHost } from '../runner/runner-host.service.ts'
import { OutlinesService } from './outlines.service.ts'

const symbol: Outline['symbols'][number] = {
  kind: 'property',
  name: 'a',
  detail: '',
  span: [0, 0, 0, 1],
  nameSpan: [0, 0, 0, 1],
  children: [],
}

const outlineWith = (size: number, symbols = [symbol]): Outline => ({
  id: null,
  isWhole: true,
  symbols,
  folds: [],
  definitions: [],
  references: [],
  mentions: Array.from({ length: size }, () => ({ name: 'A-1', start: 0, end: 3, span: [0, 0, 0, 3] })),
})

/** The service over stored texts, and what the runner was asked for. */
const stage = (size = 1, symbols = [symbol]) => {
  const asked: string[] = []
  const failures: Error[] = []
  const runner: Partial<Runner> = {
    outline: async ({ text }: OutlineRequest) => {
      asked.push(text)
      const failure = failures.pop()
      if (failure) throw failure
      return outlineWith(size, symbols)
    },
  }
  const host: Pick<RunnerHost, 'ask'> = { ask: (_, question) => question(runner as Runner) }
  const rooms: Pick<RoomsService, 'roomOf'> = { roomOf: () => undefined }
  const unavailable: Error[] = []
  const content: Pick<DocumentContentService, 'text'> = {
    text: async id => {
      const failure = unavailable.pop()
      if (failure) throw failure
      return { seq: 1, text: `text of ${id}` }
    },
  }
  const outlines = new OutlinesService(
    host as RunnerHost,
    rooms as RoomsService,
    content as DocumentContentService,
  )
  const of = (id: string, seq = 1) => outlines.of({ id, seq, format: 'markdown' } as DocumentSummary)
  const ofText = (text: string, id = 'a') => outlines.ofText(id as DocumentId, 'markdown', text)
  return { of, ofText, asked, failures, unavailable }
}

describe('kept outlines', () => {
  it('[E21] are read once for the same row of the log, and again for a newer one', async () => {
    const { of, asked } = stage()
    await Promise.all([of('a'), of('a')])
    await of('a')
    expect(asked).toEqual(['text of a'])
    await of('a', 2)
    expect(asked.length).toBe(2)
  })

  it('[E22] of what nobody has open are those that were read first; the others are read again', async () => {
    const { of, asked } = stage(300_000)
    for (const id of ['a', 'b', 'c', 'd']) await of(id)
    await of('a')
    expect(asked.length).toBe(4)
    await of('d')
    expect(asked.length).toBe(5)
  })

  it('[E21] of what somebody has open stay, and the oldest of the others go', async () => {
    const { of, ofText, asked } = stage(300_000)
    for (const id of ['a', 'b', 'c']) await of(id)
    const open = () => ofText('mở', 'x')
    await open()
    await open()
    expect(asked.length).toBe(4)
    await of('a')
    expect(asked.length).toBe(5)
  })

  it('[E21] are asked of the next runner when one ends', async () => {
    const { of, asked, failures } = stage()
    failures.push(new RunnerGone('gone'))
    expect((await of('a')).mentions.length).toBe(1)
    expect(asked.length).toBe(2)
  })

  it('[E21] are not kept when the text could not be loaded', async () => {
    const { of, unavailable } = stage()
    unavailable.push(new Error('broken'))
    await expect(of('a')).rejects.toThrow('broken')
    expect((await of('a')).mentions.length).toBe(1)
  })

  it('[E21] of a text that cannot be read are empty, and it is not tried again until it changes', async () => {
    const { of, ofText, asked, failures } = stage()
    failures.push(new RunnerFailed('RangeError'))
    for (let time = 0; time < 3; time++) expect((await of('a')).mentions).toEqual([])
    expect(asked.length).toBe(1)
    failures.push(new RunnerGone('gone'), new RunnerGone('gone'))
    for (let time = 0; time < 3; time++) expect((await ofText('mới')).mentions).toEqual([])
    expect(asked.length).toBe(3)
    expect((await ofText('mới hơn')).mentions.length).toBe(1)
  })

  it('[E21] are kept by all of their parts and the length of their words', async () => {
    const deep = { ...symbol, children: Array.from({ length: 200_000 }, () => symbol) }
    const long = { ...symbol, name: 'a'.repeat(40_000_000) }
    for (const large of [deep, long]) {
      const { ofText, asked } = stage(1, [large])
      for (const id of ['a', 'b', 'c', 'a']) await ofText('mở', id)
      expect(asked.length).toBe(4)
    }
  })

  it('[E21] of an open document are of its newest text, one at a time', async () => {
    const { ofText, asked } = stage()
    await Promise.all(['một', 'một', 'hai'].map(text => ofText(text)))
    expect(asked).toEqual(['một', 'hai'])
  })
})
