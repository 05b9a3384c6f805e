import { parentPort, workerData } from 'node:worker_threads'
import { Answering, ready } from '../sandbox/answering.ts'
import type { ThreadAsk, ThreadData } from '../sandbox/thread-wire.ts'

const answering = new Answering(workerData as ThreadData)

parentPort?.on('message', async (ask: ThreadAsk) => parentPort?.postMessage(await answering.reply(ask)))
parentPort?.postMessage(ready)
