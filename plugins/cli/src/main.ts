import { createInterface } from 'node:readline/promises'
import { terminalText } from '@lienthong/protocol'
import { type Command, CommanderError } from 'commander'
import { exitCodeOf } from './exit-code.ts'
import { Failure } from './failure.ts'
import type { Io } from './io.ts'
import { programFor } from './program.ts'
import { langOf, Speech } from './words/speech.ts'

/** Runs the command line; answers the exit code: 0 well, 1 something was found or failed, 2 the command was refused, 3 it broke. */
export async function run(argv: readonly string[]): Promise<number> {
  const { env } = process
  const speech = new Speech(langOf(argv, env))
  const isColourful = Boolean(process.stdout.isTTY) && !env.NO_COLOR
  const io: Io = {
    cwd: process.cwd(),
    env,
    speech,
    isColourful,
    out: text => print(process.stdout, text),
    note: text => print(process.stderr, text),
    confirm,
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads on, say `head`, may have enough; the exit code still tells what was found.
    if (error.code === 'EPIPE') return
    const told = new Failure('FILE_UNWRITABLE', { file: 'stdout', reason: error.code ?? 'unknown' })
    print(process.stderr, speech.explain(told))
    process.exit(exitCodeOf(told))
  })
  // There is nobody left to tell.
  process.stderr.on('error', () => undefined)
  let code = 0
  const program = programFor(io, found => {
    code = found
  })
  quieten(program)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    if (error instanceof CommanderError && error.code === 'commander.help') return 2
    const told = error instanceof CommanderError ? refusalOf(error) : error
    print(process.stderr, speech.explain(told))
    return exitCodeOf(told)
  }
}

const print = (stream: NodeJS.WriteStream, text: string): void => {
  stream.write(`${stream.isTTY ? terminalText(text) : text}\n`)
}

/** Only at a terminal: what a script pipes in is not an answer. */
async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^(y|yes|c|có)$/iu.test((await terminal.question(`${question} `)).normalize().trim())
  } finally {
    terminal.close()
  }
}

/** Commander throws instead of ending the process, and leaves the words to us. */
function quieten(command: Command): void {
  command.exitOverride()
  command.configureOutput({ outputError: () => undefined })
  for (const below of command.commands) quieten(below)
}

/** What is wrong with the value of an option, or with two options together. */
const inVietnamese = (detail: string): string =>
  detail
    .replace(/^option '(.*?)' argument '(.*?)' is invalid\./s, "$1 không nhận '$2'.")
    .replace(/Allowed choices are (.*)\.$/, 'Chọn một trong: $1.')
    .replace(/^option '(.*?)' cannot be used with option '(.*?)'$/, '$1 không dùng cùng $2')

/** Commander's English complaints as codes of ours. */
function refusalOf({ code, message }: CommanderError): Failure {
  const [, name = ''] = /'([^']*)'/.exec(message) ?? []
  const detail = message.replace(/^error: /, '')
  switch (code) {
    case 'commander.unknownCommand':
      return new Failure('COMMAND_UNKNOWN', { name })
    case 'commander.unknownOption':
      return new Failure('OPTION_UNKNOWN', { name })
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return new Failure('ARGUMENT_MISSING', { name })
    case 'commander.excessArguments':
      return new Failure('ARGUMENT_UNEXPECTED', { detail })
    default:
      return new Failure('USAGE_WRONG', { detail: { vi: inVietnamese(detail), en: detail } })
  }
}
