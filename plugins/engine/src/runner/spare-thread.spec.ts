import { jest } from '@jest/globals'
import { defaultLimits } from '../sandbox/limits.ts'
import { type Hearer, PluginThread, type StartThread, type Thread } from '../sandbox/plugin-thread.ts'
import type { ThreadAsk } from '../sandbox/thread-wire.ts'
import { withSpare } from './spare-thread.ts'

const ready = { ok: '', memoryBytes: 0 }
const nobody: Hearer = { answered: () => undefined, gone: () => undefined }

/** Threads that are ready and answer at once, but for a step of a document that makes them hang. */
const threads = () => {
  const started: { hearer: Hearer; thread: Thread; isEnded: boolean }[] = []
  const startThread: StartThread = (_limits, hearer) => {
    const ask = (asked: ThreadAsk) => {
      if (asked.kind !== 'step' || asked.json !== 'treo') queueMicrotask(() => hearer.answered(ready))
    }
    const end = async () => {
      one.isEnded = true
    }
    const one = { hearer, thread: { ask, end }, isEnded: false }
    started.push(one)
    queueMicrotask(() => hearer.answered(ready))
    return one.thread
  }
  return { started, startThread: withSpare(startThread, 1_000) }
}

describe('the spare thread', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask'] }))
  afterEach(() => void jest.useRealTimers())

  it('[V37] takes the place of one that hangs, and the next is started when the plugin is back', async () => {
    const { started, startThread } = threads()
    const plugin = new PluginThread(startThread, defaultLimits, { guest: '', plugin: '' })
    const step = (json: string) => plugin.step('một', {}, () => [{ json, weight: 0 }])
    await plugin.load()
    expect(started.length).toBe(1)
    await jest.advanceTimersByTimeAsync(1_000)
    expect(started.length).toBe(2)
    const hanging = expect(step('treo')).rejects.toMatchObject({ kind: 'too-slow' })
    await jest.advanceTimersByTimeAsync(10_000)
    await hanging
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false])
    await expect(step('lành')).resolves.toMatchObject({ isWhole: true })
    expect(started.length).toBe(2)
    await jest.advanceTimersByTimeAsync(1_000)
    expect(started.length).toBe(3)
    await plugin.stop()
  })

  it('[V37] is not started while plugins are loaded one after another', async () => {
    const { started, startThread } = threads()
    for (let n = 0; n < 5; n++) {
      startThread(defaultLimits, nobody)
      await jest.advanceTimersByTimeAsync(900)
    }
    expect(started.length).toBe(5)
    await jest.advanceTimersByTimeAsync(100)
    expect(started.length).toBe(6)
  })

  it('[V37] is handed out to one only, and says that it is ready whether it was before or is later', async () => {
    const { started, startThread } = threads()
    startThread(defaultLimits, nobody)
    const answered = jest.fn()
    jest.advanceTimersByTime(1_000)
    const early = startThread(defaultLimits, { ...nobody, answered })
    expect(early).toBe(started[1]?.thread)
    expect(answered).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(0)
    expect(answered.mock.calls).toEqual([[ready]])
    expect(startThread(defaultLimits, nobody)).toBe(started[2]?.thread)
    await jest.advanceTimersByTimeAsync(1_000)
    expect(startThread(defaultLimits, { ...nobody, answered })).toBe(started[3]?.thread)
    await jest.advanceTimersByTimeAsync(0)
    expect(answered).toHaveBeenCalledTimes(2)
  })

  it('[V37] is thrown away when it broke while it waited, and kept from other limits', async () => {
    const { started, startThread } = threads()
    startThread(defaultLimits, nobody)
    await jest.advanceTimersByTimeAsync(1_000)
    started[1]?.hearer.gone('hết bộ nhớ')
    expect(startThread(defaultLimits, nobody)).toBe(started[2]?.thread)
    await jest.advanceTimersByTimeAsync(1_000)
    expect(startThread({ ...defaultLimits, memoryMb: 32 }, nobody)).toBe(started[4]?.thread)
    expect(started[3]?.isEnded).toBe(true)
  })

  it('[V37] tells whom it was handed to when it breaks', async () => {
    const { started, startThread } = threads()
    startThread(defaultLimits, nobody)
    await jest.advanceTimersByTimeAsync(1_000)
    const gone = jest.fn()
    startThread(defaultLimits, { ...nobody, gone })
    started[1]?.hearer.gone('hết bộ nhớ')
    expect(gone).toHaveBeenCalledWith('hết bộ nhớ')
  })
})
