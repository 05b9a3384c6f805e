import { RehearsalPage, type RehearsedText, type RehearsePlugin } from '@lienthong/protocol'
import { type Io, paint } from '../io.ts'
import { bundleSound } from '../plugin/pack.ts'
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
 * The exit code is 1 when it would fail somewhere, or bring new errors.
 */
export async function rehearsePlugin(
  plugin: PluginName | string,
  options: RehearseOptions,
  io: Io,
): Promise<number> {
  const { id, asked } = await askedFor(plugin)
  const { client } = await connect(options, io)
  const body = { ...asked, organisation: options.for, withPublished: options.published ?? false }
  const texts: RehearsedText[] = []
  let looked = 0
  let next: string | null = null
  do {
    const cursor: string | undefined = next ?? undefined
    const page: RehearsalPage = await client.post(`/plugins/${id}/rehearsals`, RehearsalPage, {
      ...body,
      cursor,
    })
    if (options.format === 'pretty') for (const text of page.items) tell(text, io)
    texts.push(...page.items)
    looked += page.looked
    next = page.next
  } while (next !== null)
  if (options.format === 'json') io.out(JSON.stringify(texts, null, 2))
  else io.out(io.speech.say('rehearsed', { ...sumOf(texts), texts: texts.length, looked }))
  return texts.some(({ faults, newErrors }) => faults.length > 0 || newErrors > 0) ? 1 : 0
}

async function askedFor(
  plugin: PluginName | string,
): Promise<{ readonly id: string; readonly asked: Pick<RehearsePlugin, 'version' | 'package'> }> {
  if (typeof plugin !== 'string') return { id: plugin.id, asked: { version: plugin.version ?? '' } }
  const packed = await bundleSound(plugin)
  return { id: packed.manifest.id, asked: { package: packed } }
}

/** What stays as it is needs no word. */
function tell(text: RehearsedText, io: Io): void {
  const { databaseCode, path, number, faults, examples, gone, unchanged, newErrors } = text
  if (faults.length + text.new + gone === 0) return
  const name = `${databaseCode}/${path}${number === null ? '' : ` ${number}`}`
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

const sumOf = (texts: readonly RehearsedText[]) => ({
  new: texts.reduce((sum, text) => sum + text.new, 0),
  gone: texts.reduce((sum, text) => sum + text.gone, 0),
  failed: texts.filter(({ faults }) => faults.length > 0).length,
})
