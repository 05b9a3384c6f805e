import { resolve } from 'node:path'
import { wholeCountry } from '@lienthong/protocol'
import { Argument, type Command, Option } from 'commander'
import type { Io } from '../io.ts'
import type { ServerOptions } from './connection.ts'
import { installPlugin, listPlugins, removePlugin, resumePlugin } from './installing.ts'
import { withServer } from './options.ts'
import { pluginName } from './plugin-name.ts'
import { decideOnPlugin, deprecatePlugin, listVersions, publishPlugin } from './publishing.ts'
import { type RehearseOptions, rehearsePlugin } from './rehearsing.ts'

type Finish = (code: number) => void
type Format = { readonly format: 'pretty' | 'json' }
type For = { readonly for: string }

const formatOption = ({ speech }: Io) =>
  new Option('--format <format>', speech.say('optionFormat')).choices(['pretty', 'json']).default('pretty')

const forOption = ({ speech }: Io) =>
  new Option('--for <organisation>', speech.say('optionFor')).default(wholeCountry)

const named = ({ speech }: Io) => new Argument('<plugin>', speech.say('pluginName'))

/** How a version gets into a server's registry, and what is decided about it there. */
export function addPublishing(plugin: Command, io: Io, finish: Finish): void {
  const { speech, cwd } = io
  withServer(plugin.command('publish').description(speech.say('pluginPublish')), io)
    .argument('[folder]', speech.say('folder'), '.')
    .action(async (path: string, options: ServerOptions) =>
      finish(await publishPlugin(resolve(cwd, path), options, io)),
    )
  for (const [verb, state, text] of [
    ['approve', 'approved', 'pluginApprove'],
    ['refuse', 'refused', 'pluginRefuse'],
    ['withdraw', 'withdrawn', 'pluginWithdraw'],
  ] as const)
    withServer(plugin.command(verb).description(speech.say(text)), io)
      .addArgument(named(io))
      .option('--note <text>', speech.say('optionNote'))
      .action(async (name: string, options: ServerOptions & { note?: string }) =>
        finish(await decideOnPlugin(pluginName(name), state, options, io)),
      )
  withServer(plugin.command('versions').description(speech.say('pluginVersions')), io)
    .addArgument(named(io))
    .addOption(formatOption(io))
    .action(async (name: string, options: ServerOptions & Format) =>
      finish(await listVersions(pluginName(name), options, io)),
    )
  withServer(plugin.command('deprecate').description(speech.say('pluginDeprecate')), io)
    .addArgument(named(io))
    .requiredOption('--reason <text>', speech.say('optionReason'))
    .option('--successor <name>', speech.say('optionSuccessor'))
    .action(async (name: string, options: ServerOptions & { reason: string; successor?: string }) =>
      finish(await deprecatePlugin(pluginName(name), options, io)),
    )
}

/** What a plugin would find, and what it would change, before anybody installs it. */
export function addRehearsing(plugin: Command, io: Io, finish: Finish): void {
  const { speech, cwd } = io
  withServer(plugin.command('rehearse').description(speech.say('pluginRehearse')), io)
    .argument('[plugin]', speech.say('rehearsedPlugin'), '.')
    .addOption(forOption(io))
    .option('--published', speech.say('optionPublished'))
    .addOption(formatOption(io))
    .action(async (written: string, options: RehearseOptions) => {
      const plugin = written.includes('@') ? pluginName(written) : resolve(cwd, written)
      finish(await rehearsePlugin(plugin, options, io))
    })
}

/** What runs on a server. */
export function addInstalling(plugin: Command, io: Io, finish: Finish): void {
  const { speech } = io
  withServer(plugin.command('install').description(speech.say('pluginInstall')), io)
    .addArgument(named(io))
    .addOption(forOption(io))
    .action(async (name: string, options: ServerOptions & For) =>
      finish(await installPlugin(pluginName(name), options, io)),
    )
  withServer(plugin.command('remove').description(speech.say('pluginRemove')), io)
    .addArgument(named(io))
    .addOption(forOption(io))
    .action(async (name: string, options: ServerOptions & For) =>
      finish(await removePlugin(pluginName(name), options, io)),
    )
  withServer(plugin.command('resume').description(speech.say('pluginResume')), io)
    .addArgument(named(io))
    .action(async (name: string, options: ServerOptions) =>
      finish(await resumePlugin(pluginName(name), options, io)),
    )
  withServer(plugin.command('list').description(speech.say('pluginList')), io)
    .addOption(formatOption(io))
    .action(async (options: ServerOptions & Format) => finish(await listPlugins(options, io)))
}
