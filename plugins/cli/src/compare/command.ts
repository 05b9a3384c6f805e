import { modes, policies } from '@lienthong/compatibility/compare'
import { type Command, Option } from 'commander'
import type { Io } from '../io.ts'
import { type CompareOptions, compare } from './compare.ts'
import { compareWords } from './words.ts'

/** Adds `lienthong compare`. */
export function addCompare(program: Command, io: Io, finish: (code: number) => void): void {
  const { speech } = io
  program
    .command('compare')
    .description(speech.say(compareWords.compare))
    .argument('<versions...>', speech.say(compareWords.versions))
    .addOption(
      new Option('--mode <mode>', speech.say(compareWords.optionMode)).choices(modes).default('BACKWARD'),
    )
    .addOption(
      new Option('--policy <policy>', speech.say(compareWords.optionPolicy))
        .choices(policies)
        .default('strict'),
    )
    .addOption(new Option('--json', speech.say(compareWords.optionJson)).default(false))
    .action(async (paths: string[], options: CompareOptions) => finish(await compare(paths, options, io)))
}
