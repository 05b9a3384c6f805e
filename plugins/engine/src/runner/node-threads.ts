import { Worker } from 'node:worker_threads'
import type { StartThread } from '../sandbox/plugin-thread.ts'
import type { ThreadAnswer, ThreadData } from '../sandbox/thread-wire.ts'

/** JavaScript heap of a thread beside QuickJS's own memory: messages and our code. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 }

/** Threads of this process, each with nothing of its environment. */
export const nodeThreads =
  (wasmModule: WebAssembly.Module): StartThread =>
  (limits, hearer) => {
    const workerData: ThreadData = { wasmModule, limits }
    const entry = new URL('./thread.mjs', import.meta.url)
    const worker = new Worker(entry, { workerData, resourceLimits, env: {}, stdin: false })
    // The process lives by its host's channel: a thread that waits keeps nothing alive.
    worker.unref()
    worker.on('message', (answer: ThreadAnswer) => hearer.answered(answer))
    worker.on('error', error => hearer.gone(error.message))
    worker.on('exit', () => hearer.gone('the thread ended'))
    return {
      ask: ask => worker.postMessage(ask),
      end: async () => {
        await worker.terminate()
      },
    }
  }
