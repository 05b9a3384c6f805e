import type { Command } from 'commander'
import { inputsName } from '../config/names.ts'
import type { Io } from '../io.ts'
import type { ServerOptions } from '../server/connection.ts'
import { withServer } from '../server/options.ts'
import { pullInputs } from './pull.ts'

/** Adds `lienthong inputs`. */
export function addInputs(program: Command, io: Io, finish: (code: number) => void): void {
  const { speech } = io
  const inputs = program.command('inputs').description(speech.say('inputs')).helpCommand(false)
  withServer(inputs.command('pull').description(speech.say('inputsPull')), io)
    .option('-o, --output <file>', speech.say('inputsOutput'), inputsName)
    .action(async (options: ServerOptions & { output: string }) => finish(await pullInputs(options, io)))
}
