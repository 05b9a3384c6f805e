import type { StartThread } from '../sandbox/plugin-thread.ts'
import type { ThreadAnswer, ThreadData } from '../sandbox/thread-wire.ts'

/** Web Workers of this page, or of the worker that this runs in. */
export const webThreads =
  (entry: URL, wasmModule: WebAssembly.Module): StartThread =>
  (limits, hearer) => {
    const worker = new Worker(entry, { type: 'module' })
    worker.addEventListener('message', (event: MessageEvent<ThreadAnswer>) => hearer.answered(event.data))
    // Unlike Node's, a Web Worker lives on after an error.
    worker.addEventListener('error', event => {
      worker.terminate()
      hearer.gone(event.message || 'its worker does not load')
    })
    worker.postMessage({ wasmModule, limits } satisfies ThreadData)
    return {
      ask: ask => worker.postMessage(ask),
      end: async () => worker.terminate(),
    }
  }
