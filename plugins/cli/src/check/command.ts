import { type Command, Option } from 'commander'
import type { Io } from '../io.ts'
import { type CheckOptions, check, formatNames } from './check.ts'
import { severities } from './severity.ts'

/** Adds `lienthong check`. */
export function addCheck(program: Command, io: Io, finish: (code: number) => void): void {
  const { speech } = io
  program
    .command('check')
    .description(speech.say('check'))
    .argument('<files...>', speech.say('checkFiles'))
    .addOption(
      new Option('--format <format>', speech.say('checkFormat')).choices(formatNames).default('pretty'),
    )
    .addOption(new Option('-o, --output <file>', speech.say('checkOutput')))
    .addOption(
      new Option('--plugin <folder>', speech.say('optionPlugin'))
        .argParser((folder: string, before: readonly string[]) => [...before, folder])
        .default([]),
    )
    .addOption(
      new Option('--fail-on <severity>', speech.say('optionFailOn')).choices(severities).default('error'),
    )
    .action(async (files: string[], options: CheckOptions) => finish(await check(files, options, io)))
}
