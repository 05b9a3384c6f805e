import type { Command } from 'commander'
import type { Io } from '../io.ts'

/** Adds `lienthong lsp`. Editors start it; `--stdio` is what most of them say. Loaded when needed: it brings a library of its own along. */
export function addLsp(program: Command, { speech }: Io, finish: (code: number) => void): void {
  program
    .command('lsp')
    .description(speech.say('lsp'))
    .option('--stdio', speech.say('lspStdio'))
    .action(async () => {
      const { createConnection, ProposedFeatures } = await import('vscode-languageserver/node')
      const { LanguageServer } = await import('./language-server.ts')
      const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
      await LanguageServer.serve(connection, speech)
      finish(0)
    })
}
