import type { Command } from 'commander'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import type { Io } from '../io.ts'
import { LanguageServer } from './language-server.ts'

/** Adds `lienthong lsp`. Editors start it; `--stdio` is what most of them say. */
export function addLsp(program: Command, { speech }: Io, finish: (code: number) => void): void {
  program
    .command('lsp')
    .description(speech.say('lsp'))
    .option('--stdio', speech.say('lspStdio'))
    .action(async () => {
      const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
      await LanguageServer.serve(connection, speech)
      finish(0)
    })
}
