import { type Comparison, compareFile, pairsOf } from '@lienthong/protocol/client'
import type { Io } from '../io.ts'
import type { ServerOptions } from '../server/connection.ts'
import { openExchange } from './exchange.ts'
import { lineOf } from './report.ts'

/** Shows how every file of a linked folder stands to its document. Nothing is written anywhere. */
export async function status(
  folder: string,
  options: ServerOptions & { format: 'pretty' | 'json' },
  io: Io,
): Promise<number> {
  const exchange = await openExchange(folder, {}, options, io)
  const found: Comparison[] = []
  for (const pair of await pairsOf(exchange)) {
    const comparison = await compareFile(pair, exchange)
    if (comparison) found.push(comparison)
  }
  const changed = found.filter(({ state }) => state !== 'same')
  if (options.format === 'json')
    io.out(
      JSON.stringify(
        found.map(({ name, state }) => ({ file: name, state })),
        null,
        2,
      ),
    )
  else if (changed.length === 0) io.out(io.speech.say('allSame', { count: found.length }))
  else for (const comparison of changed) io.out(lineOf(comparison, io))
  return changed.some(({ state }) => state === 'conflict' || state === 'missing-there') ? 1 : 0
}
