import { type Command, Option } from 'commander'
import type { Io } from '../io.ts'
import type { ServerOptions } from '../server/connection.ts'
import { withServer } from '../server/options.ts'
import type { PullOptions } from './pull.ts'
import type { PushOptions } from './push.ts'

/** `pull`, `push` and `status`. Loaded when needed: the protocol's client brings a socket library along. */
export function addWorkspace(program: Command, io: Io, finish: (code: number) => void): void {
  const { speech } = io
  const merge = () => new Option('--merge', speech.say('optionMerge'))
  withServer(program.command('pull').description(speech.say('pull')), io)
    .argument('[document]', speech.say('documentAddress'))
    .argument('[folder]', speech.say('workspaceFolder'), '.')
    .option('-o, --output <file>', speech.say('optionOutput'))
    .addOption(merge())
    .option('--overwrite', speech.say('optionOverwrite'))
    .action(async (address: string | undefined, folder: string, options: PullOptions) => {
      const { pull } = await import('./pull.ts')
      finish(await pull(address, folder, options, io))
    })
  withServer(program.command('push').description(speech.say('push')), io)
    .argument('[path]', speech.say('pushPath'), '.')
    .argument('[document]', speech.say('documentAddress'))
    .option('-y, --yes', speech.say('optionYes'))
    .addOption(merge())
    .action(async (path: string, address: string | undefined, options: PushOptions) => {
      const { push } = await import('./push.ts')
      finish(await push(path, address, options, io))
    })
  withServer(program.command('status').description(speech.say('status')), io)
    .argument('[folder]', speech.say('workspaceFolder'), '.')
    .addOption(
      new Option('--format <format>', speech.say('optionFormat'))
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .action(async (folder: string, options: ServerOptions & { format: 'pretty' | 'json' }) => {
      const { status } = await import('./status.ts')
      finish(await status(folder, options, io))
    })
}
