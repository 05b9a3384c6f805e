import { resolve } from 'node:path'
import { type Argument, type Command, Option } from 'commander'
import { Failure } from '../../failure.ts'
import type { Io } from '../../io.ts'
import type { ServerOptions } from '../../server/connection.ts'
import { withServer } from '../../server/options.ts'
import type { Subject } from './subject.ts'

const reports = {
  pretty: async (io: Io) => new (await import('./pretty-report.ts')).PrettyReport(io),
  'json-lines': async (io: Io) => new (await import('./json-lines-report.ts')).JsonLinesReport(io),
}

interface DevOptions extends ServerOptions {
  readonly format: keyof typeof reports
  readonly file?: string
  readonly document?: string
}

/** `lienthong plugin dev`. Loaded when needed: it brings libraries along that watch files and keep a socket. */
export function addDev(plugin: Command, folder: Argument, io: Io, finish: (code: number) => void): void {
  const { speech, cwd } = io
  const command = plugin.command('dev').description(speech.say('pluginDev')).addArgument(folder)
  withServer(command, io)
    .option('--file <file>', speech.say('devFile'))
    .addOption(new Option('--document <document>', speech.say('devDocument')).conflicts('file'))
    .addOption(
      new Option('--format <format>', speech.say('checkFormat'))
        .choices(Object.keys(reports))
        .default('pretty'),
    )
    .action(async (path: string, options: DevOptions) => {
      const { developPlugin } = await import('./dev.ts')
      const report = await reports[options.format](io)
      finish(await developPlugin(resolve(cwd, path), await subjectOf(options, io), report, io))
    })
}

const subjectOf = async ({ file, document, ...server }: DevOptions, io: Io): Promise<Subject> => {
  if (document !== undefined) {
    const { DocumentSubject } = await import('./document-subject.ts')
    return DocumentSubject.open(document, server, io)
  }
  if (file === undefined) throw new Failure('ARGUMENT_MISSING', { name: '--file <file>' })
  const { FileSubject } = await import('./file-subject.ts')
  return new FileSubject(file, io.cwd)
}
