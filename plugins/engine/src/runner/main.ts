import { readFileSync } from 'node:fs'
import { Engine } from '../engine/engine.ts'
import { defaultLimits, type Limits, PluginFault } from '../sandbox/limits.ts'
import type { FromRunner, ToRunner } from './wire.ts'

const send = (message: FromRunner) => process.send?.(message)

const limits: Limits = { ...defaultLimits, ...(JSON.parse(process.argv[2] ?? '{}') as Partial<Limits>) }
const engine = new Engine({
  threadEntry: new URL('./thread.mjs', import.meta.url),
  guest: readFileSync(new URL('./guest.js', import.meta.url), 'utf8'),
  wasmModule: await WebAssembly.compile(readFileSync(new URL('./quickjs.wasm', import.meta.url))),
  limits,
  onState: (id, state) => send({ kind: 'plugin', id, state }),
})

const answer = async (message: ToRunner): Promise<unknown> => {
  switch (message.ask) {
    case 'load':
      return engine.load(message.request)
    case 'describe':
      return engine.describe(message.request)
    case 'unload':
      await engine.unload(message.request.id)
      return null
    case 'check':
      return engine.check(message.request)
    case 'close':
      await engine.close(message.request.documentId)
      return null
    default:
      return message satisfies never
  }
}

process.on('message', async (message: ToRunner) => {
  try {
    send({ kind: 'answer', n: message.n, answer: await answer(message) })
  } catch (error) {
    if (!(error instanceof PluginFault)) throw error
    send({ kind: 'fault', n: message.n, fault: error.kind, detail: error.message })
  }
})
process.on('disconnect', () => process.exit(0))
send({ kind: 'ready' })
