import { parentPort, workerData } from 'node:worker_threads'
import { type Code, Instance } from './instance.ts'
import { PluginFault } from './limits.ts'
import type { ThreadAnswer, ThreadAsk, ThreadData } from './thread-wire.ts'

const { wasmModule, limits } = workerData as ThreadData
let code: Code | null = null
let instance: Instance | null = null

const start = async (): Promise<Instance> => {
  if (!code) throw new PluginFault('not-a-plugin', 'nothing is loaded')
  instance ??= await Instance.start(code, limits, wasmModule)
  return instance
}

const answer = async (ask: ThreadAsk): Promise<string | null> => {
  switch (ask.kind) {
    case 'load':
      code = ask.code
      instance = null
      return (await start()).describe()
    case 'open':
      ;(await start()).open(ask.document)
      return ''
    case 'step':
      return (await start()).step(ask.document, ask.json, ask.weight)
    case 'close':
      instance?.close(ask.document)
      return ''
    default:
      return ask satisfies never
  }
}

parentPort?.on('message', async (ask: ThreadAsk) => {
  let reply: ThreadAnswer
  try {
    reply = { ok: await answer(ask) }
  } catch (error) {
    instance = null
    if (!(error instanceof PluginFault)) throw error
    reply = { fault: error.kind, detail: error.message }
  }
  parentPort?.postMessage(reply)
})
parentPort?.postMessage({ ok: '' } satisfies ThreadAnswer)
