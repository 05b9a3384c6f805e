import { defaultLimits } from './limits.ts'
import { type Hearer, PluginThread } from './plugin-thread.ts'

/** Threads that answer when told to. */
const started = async () => {
  const hearers: Hearer[] = []
  const thread = new PluginThread(
    (_limits, hearer) => {
      hearers.push(hearer)
      queueMicrotask(() => hearer.answered({ ok: 'ready', memoryBytes: 0 }))
      return {
        ask: ask =>
          ask.kind === 'load' && queueMicrotask(() => hearer.answered({ ok: 'rules', memoryBytes: 0 })),
        end: async () => undefined,
      }
    },
    defaultLimits,
    { guest: '', plugin: '' },
  )
  expect(await thread.load()).toBe('rules')
  const step = () => thread.step('một', {}, () => [{ json: '', weight: 0 }])
  return { thread, hearers, step }
}

describe('the thread of a plugin', () => {
  it('[V15] leaves nobody waiting who asked before it was stopped', async () => {
    const { thread, step } = await started()
    const asked = step()
    await new Promise(setImmediate)
    await thread.stop()
    await expect(asked).rejects.toMatchObject({ kind: 'too-much-memory' })
    await expect(step()).rejects.toMatchObject({ kind: 'not-a-plugin' })
  })

  it('[V15] is replaced when it ends by itself, and what it still says is not heard', async () => {
    const { thread, hearers, step } = await started()
    hearers[0]?.gone('hết bộ nhớ')
    const asked = step()
    await new Promise(setImmediate)
    expect(hearers.length).toBe(2)
    hearers[0]?.answered({ ok: 'muộn', memoryBytes: 0 })
    hearers[1]?.gone('hết bộ nhớ')
    await expect(asked).rejects.toMatchObject({ kind: 'too-much-memory', message: 'hết bộ nhớ' })
    await thread.stop()
  })
})
