import { readFileSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'
import { Engine } from '../engine/engine.ts'
import { contentsOf } from '../inputs/schema-contents.ts'
import { defaultLimits, type Limits, PluginFault } from '../sandbox/limits.ts'
import { nodeThreads } from './node-threads.ts'
import { withSpare } from './spare-thread.ts'
import type { FromRunner, ToRunner } from './wire.ts'

const send = (message: FromRunner) => process.send?.(message)

// Where there are too few cores for both, what people write goes first. Plugins' threads start later and inherit it.
const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority
const low = process.argv[3] === 'background' ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL
if (getPriority() < low) setPriority(low)

const limits: Limits = { ...defaultLimits, ...(JSON.parse(process.argv[2] ?? '{}') as Partial<Limits>) }
const engine = new Engine({
  startThread: withSpare(
    nodeThreads(await WebAssembly.compile(readFileSync(new URL('./quickjs.wasm', import.meta.url)))),
  ),
  guest: readFileSync(new URL('./guest.js', import.meta.url), 'utf8'),
  limits,
  onState: (key, state) => send({ kind: 'plugin', key, state }),
})

const answer = async (message: ToRunner): Promise<unknown> => {
  switch (message.ask) {
    case 'load':
      return engine.load(message.request)
    case 'unload':
      await engine.unload(message.request.key)
      return null
    case 'handIn':
      engine.handIn(message.request)
      return null
    case 'check':
      return engine.check(message.request)
    case 'outline':
      return engine.outline(message.request)
    case 'explain':
      return engine.explain(message.request)
    case 'propose':
      return engine.propose(message.request)
    case 'ran':
      return engine.ran(message.request)
    case 'contents':
      return contentsOf(message.request.format, message.request.text)
    case 'health':
      return engine.health()
    case 'close':
      await engine.close(message.request.documentId)
      return null
    default:
      return message satisfies never
  }
}

/** Without the error's own words, which may quote a document. */
const whereOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'not an Error'
  return [error.name, ...(error.stack?.match(/^ {4}at .*$/gm) ?? [])].join('\n')
}

process.on('message', async (message: ToRunner) => {
  try {
    send({ kind: 'answer', n: message.n, answer: await answer(message) })
  } catch (error) {
    if (error instanceof PluginFault)
      send({ kind: 'fault', n: message.n, fault: error.kind, detail: error.message })
    else send({ kind: 'failed', n: message.n, where: whereOf(error) })
  }
})
process.on('disconnect', () => process.exit(0))
send({ kind: 'ready' })
