import { resolve } from 'node:path'
import { Argument, Command, Option } from 'commander'
import { type CheckOptions, check } from './check/check.ts'
import type { Io } from './io.ts'
import { newPlugin } from './plugin/new.ts'
import { packPlugin } from './plugin/pack.ts'
import { testPlugin } from './plugin/test.ts'
import {
  installPlugin,
  listPlugins,
  login,
  removePlugin,
  resumePlugin,
  type ServerOptions,
} from './server/commands.ts'
import { forget } from './server/credentials.ts'
import { withServer } from './server/options.ts'
import { version } from './version.ts'
import type { Speech } from './words/speech.ts'
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
  addWorkspace(program, io, finish)
  const plugin = program.command('plugin').description(speech.say('plugin')).helpCommand(false)
  addAuthoring(plugin, io, finish)
  addServer(plugin, io, finish)
  addLogin(program, io, finish)
  return withHelpIn(program, speech)
}

/** Commander gives every sub-command an English help of its own. */
function withHelpIn(command: Command, speech: Speech): Command {
  command.helpOption('-h, --help', speech.say('optionHelp'))
  command.configureHelp({ styleTitle: title => (isTitle(title) ? speech.say(title) : title) })
  for (const below of command.commands) withHelpIn(below, speech)
  return command
}

const titles = ['Usage:', 'Arguments:', 'Options:', 'Commands:'] as const

const isTitle = (title: string): title is (typeof titles)[number] => titles.some(one => one === title)

const severities = ['error', 'warning', 'info', 'hint'] as const

function addCheck(program: Command, io: Io, finish: (code: number) => void): void {
  const { speech } = io
  program
    .command('check')
    .description(speech.say('check'))
    .argument('<files...>', speech.say('checkFiles'))
    .addOption(
      new Option('--format <format>', speech.say('optionFormat'))
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
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
}

function addServer(plugin: Command, io: Io, finish: (code: number) => void): void {
  const { speech, cwd } = io
  withServer(plugin.command('install').description(speech.say('pluginInstall')), io)
    .argument('[folder]', speech.say('folder'), '.')
    .action(async (path: string, options: ServerOptions) =>
      finish(await installPlugin(resolve(cwd, path), options, io)),
    )
  withServer(plugin.command('remove').description(speech.say('pluginRemove')), io)
    .argument('<id>', speech.say('pluginId'))
    .action(async (id: string, options: ServerOptions) => finish(await removePlugin(id, options, io)))
  withServer(plugin.command('resume').description(speech.say('pluginResume')), io)
    .argument('<id>', speech.say('pluginId'))
    .action(async (id: string, options: ServerOptions) => finish(await resumePlugin(id, options, io)))
  withServer(plugin.command('list').description(speech.say('pluginList')), io)
    .addOption(
      new Option('--format <format>', speech.say('optionFormat'))
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .action(async (options: ServerOptions & { format: 'pretty' | 'json' }) =>
      finish(await listPlugins(options, io)),
    )
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
