import { resolve } from 'node:path'
import { Argument, Command, Option } from 'commander'
import { addCheck } from './check/command.ts'
import { addCompare } from './compare/command.ts'
import { withHelpIn } from './help.ts'
import { addInputs } from './inputs/command.ts'
import type { Io } from './io.ts'
import { addLsp } from './lsp/command.ts'
import { addDev } from './plugin/dev/command.ts'
import { lockPlugins } from './plugin/lock.ts'
import { newPlugin } from './plugin/new.ts'
import { packPlugin } from './plugin/pack.ts'
import { testPlugin } from './plugin/test.ts'
import type { ServerOptions } from './server/connection.ts'
import { forget } from './server/credentials.ts'
import { login } from './server/login.ts'
import { withServer } from './server/options.ts'
import { addInstalling, addPublishing, addRehearsing } from './server/plugin-commands.ts'
import { version } from './version.ts'
import { addWorkspace } from './workspace/commands.ts'

/** The command tree. `finish` receives the exit code of the command that ran. */
export function programFor(io: Io, finish: (code: number) => void): Command {
  const { speech } = io
  const program = new Command('lienthong')
    .description(speech.say('about'))
    .version(version, '-V, --version', speech.say('optionVersion'))
    .helpOption('-h, --help', speech.say('optionHelp'))
    .helpCommand(false)
    .addOption(new Option('--lang <lang>', speech.say('optionLang')).choices(['vi', 'en']))
  addCheck(program, io, finish)
  addCompare(program, io, finish)
  addWorkspace(program, io, finish)
  addLsp(program, io, finish)
  addInputs(program, io, finish)
  const plugin = program.command('plugin').description(speech.say('plugin')).helpCommand(false)
  addAuthoring(plugin, io, finish)
  addRehearsing(plugin, io, finish)
  addPublishing(plugin, io, finish)
  addInstalling(plugin, io, finish)
  addLogin(program, io, finish)
  return withHelpIn(program, speech)
}

function addAuthoring(plugin: Command, io: Io, finish: (code: number) => void): void {
  const { speech, cwd } = io
  const folder = new Argument('[folder]', speech.say('folder')).default('.')
  plugin
    .command('new')
    .description(speech.say('pluginNew'))
    .argument('<name>', speech.say('newName'))
    .action(async (name: string) => {
      const { needsInstall } = await newPlugin(name, cwd)
      io.out(speech.say(needsInstall ? 'createdInstall' : 'created', { folder: name }))
      finish(0)
    })
  plugin
    .command('test')
    .description(speech.say('pluginTest'))
    .addArgument(folder)
    .action(async (path: string) => finish(await testPlugin(resolve(cwd, path), io)))
  addDev(plugin, folder, io, finish)
  plugin
    .command('pack')
    .description(speech.say('pluginPack'))
    .addArgument(folder)
    .action(async (path: string) => {
      const { manifest, code } = await packPlugin(resolve(cwd, path))
      const kb = Math.ceil(Buffer.byteLength(code) / 1024)
      io.out(speech.say('packed', { id: manifest.id, version: manifest.version, folder: `${path}/dist`, kb }))
      finish(0)
    })
  plugin
    .command('lock')
    .description(speech.say('pluginLock'))
    .argument('[folder]', speech.say('configFolder'), '.')
    .action(async (path: string) => finish(await lockPlugins(resolve(cwd, path), io)))
}

function addLogin(program: Command, io: Io, finish: (code: number) => void): void {
  const { speech, env } = io
  withServer(program.command('login').description(speech.say('login')), io).action(
    async (options: ServerOptions) => finish(await login(options, io)),
  )
  program
    .command('logout')
    .description(speech.say('logout'))
    .action(async () => {
      await forget(env)
      io.out(speech.say('loggedOut'))
      finish(0)
    })
}
