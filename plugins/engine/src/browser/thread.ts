import { Answering, ready } from '../sandbox/answering.ts'
import type { ThreadAsk, ThreadData } from '../sandbox/thread-wire.ts'

const begin = ({ data }: MessageEvent<ThreadData>) => {
  const answering = new Answering(data)
  // A mistake of our own is an error of the worker's, which its owner hears.
  addEventListener('message', (event: MessageEvent<ThreadAsk>) => {
    answering.reply(event.data).then(postMessage, reportError)
  })
  postMessage(ready)
}

addEventListener('message', begin, { once: true })
