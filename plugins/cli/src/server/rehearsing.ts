import { RehearsalPage, type RehearsedText, type RehearsePlugin } from '@lienthong/protocol'
import type { RestClient } from '@lienthong/protocol/client'
import { type Io, paint } from '../io.ts'
import { packedSound } from '../plugin/pack.ts'
import { severityWords } from '../words/severities.ts'
import { connect, type ServerOptions } from './connection.ts'
import type { PluginName } from './plugin-name.ts'

/** `--for`, `--published` and `--format`. */
export interface RehearseOptions extends ServerOptions {
  readonly for: string
  readonly published?: boolean
  readonly format: 'pretty' | 'json'
}

/**
 * Says what a plugin would find in the documents of a server, before it is installed: a folder's, not sent yet, or a stored version.
 * The exit code is 1 when it would fail somewhere, bring new errors, or was not tried on every text.
 */
export async function rehearsePlugin(
  plugin: PluginName | string,
  options: RehearseOptions,
  io: Io,
): Promise<number> {
  const { id, asked } = await askedFor(plugin)
  const { client } = await connect(options, io)
  const body = { ...asked, organisation: options.for, withPublished: options.published ?? false }
  const sum = { texts: 0, looked: 0, new: 0, errors: 0, gone: 0, failed: 0, unlooked: 0, left: 0 }
  const kept: RehearsedText[] = []
  const isForPeople = options.format === 'pretty'
  try {
    for await (const page of answers(client, `/plugins/${id}/rehearsals`, body)) {
      add(page, sum)
      if (isForPeople) for (const text of page.items) tell(text, io)
      else kept.push(...page.items)
    }
  } catch (error) {
    // The server refused to go on: what was seen is true, and what was not is told.
    if (isForPeople && sum.left > 0) tellSum(sum, io)
    throw error
  }
  if (isForPeople) tellSum(sum, io)
  else io.out(JSON.stringify(kept, null, 2))
  return sum.failed + sum.errors + sum.unlooked > 0 ? 1 : 0
}

/** Asks until there is nothing more. */
async function* answers(
  client: RestClient,
  path: string,
  body: RehearsePlugin,
): AsyncGenerator<RehearsalPage> {
  let cursor: string | undefined
  do {
    const page: RehearsalPage = await client.post(path, RehearsalPage, { ...body, cursor })
    yield page
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}

async function askedFor(
  plugin: PluginName | string,
): Promise<{ readonly id: string; readonly asked: Pick<RehearsePlugin, 'version' | 'package'> }> {
  if (typeof plugin !== 'string') return { id: plugin.id, asked: { version: plugin.version ?? '' } }
  const packed = await packedSound(plugin)
  return { id: packed.manifest.id, asked: { package: packed } }
}

/** What stays as it is needs no word. */
function tell(text: RehearsedText, io: Io): void {
  const { databaseCode, path, number, unlooked, faults, examples, gone, unchanged, newErrors } = text
  if (unlooked === null && faults.length + text.new + gone === 0) return
  const name = `${databaseCode}/${path}${number === null ? '' : ` ${number}`}`
  if (unlooked !== null) {
    io.out(`${paint(io, 'bold', name)}: ${paint(io, 'yellow', io.speech.say(`unlooked-${unlooked}`))}`)
    return
  }
  if (faults.length > 0) {
    io.out(`${paint(io, 'bold', name)}: ${paint(io, 'red', faults.join(' '))}`)
    return
  }
  const counts = { new: text.new, errors: newErrors, gone, unchanged }
  io.out(`${paint(io, 'bold', name)}: ${io.speech.say('rehearsedText', counts)}`)
  for (const { change, line, severity, message, ruleId } of examples) {
    const sign = change === 'new' ? '+' : '-'
    const grave = io.speech.say(severityWords[severity])
    io.out(`  ${sign} ${line} ${grave} ${message[io.speech.lang]} ${paint(io, 'grey', ruleId)}`)
  }
}

/** Counts of everything that was answered so far; `left` are the documents that no answer has come to the end of. */
type Sum = Record<'texts' | 'looked' | 'new' | 'errors' | 'gone' | 'failed' | 'unlooked' | 'left', number>

function add({ items, looked, total }: RehearsalPage, sum: Sum): void {
  for (const text of items) {
    if (text.unlooked === null) sum.texts++
    else sum.unlooked++
    if (text.faults.length > 0) sum.failed++
    sum.new += text.new
    sum.errors += text.newErrors
    sum.gone += text.gone
  }
  sum.looked += looked
  sum.left = total - sum.looked
}

function tellSum(sum: Sum, io: Io): void {
  io.out(io.speech.say('rehearsed', sum))
  if (sum.unlooked + sum.left > 0) io.out(paint(io, 'yellow', io.speech.say('rehearsedNot', sum)))
}
