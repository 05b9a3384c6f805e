import { resolve } from 'node:path'
import { type Argument, type Command, Option } from 'commander'
import { Failure } from '../../failure.ts'
import type { Io } from '../../io.ts'
import type { ServerOptions } from '../../server/connection.ts'
import { withServer } from '../../server/options.ts'
import { developPlugin } from './dev.ts'
import { FileSubject } from './file-subject.ts'
import { JsonLinesReport } from './json-lines-report.ts'
import { PrettyReport } from './pretty-report.ts'
import type { Subject } from './subject.ts'

const reports = { pretty: PrettyReport, 'json-lines': JsonLinesReport }

interface DevOptions extends ServerOptions {
  readonly format: keyof typeof reports
  readonly file?: string
  readonly document?: string
}

/** `lienthong plugin dev`. */
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
      const report = new reports[options.format](io)
      finish(await developPlugin(resolve(cwd, path), await subjectOf(options, io), report, io))
    })
}

const subjectOf = async ({ file, document, ...server }: DevOptions, io: Io): Promise<Subject> => {
  if (document !== undefined) {
    // Loaded when needed: the protocol's client brings a socket library along.
    const { DocumentSubject } = await import('./document-subject.ts')
    return DocumentSubject.open(document, server, io)
  }
  if (file === undefined) throw new Failure('ARGUMENT_MISSING', { name: '--file <file>' })
  return new FileSubject(file, io.cwd)
}
