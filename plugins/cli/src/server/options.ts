import type { Command } from 'commander'
import type { Io } from '../io.ts'

/** A command that asks a server. */
export const withServer = (command: Command, { speech }: Io): Command =>
  command
    .option('--server <url>', speech.say('optionServer'))
    .option('--token <token>', speech.say('optionToken'))
