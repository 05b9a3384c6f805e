import { relative } from 'node:path'
import { RunnerError, startRunner } from '@lienthong/plugin-engine'
import { checkOnce } from '@lienthong/plugin-engine/testing'
import { settingsOf } from '@lienthong/protocol'
import { watch } from 'chokidar'
import { loadInto } from '../../check/loading.ts'
import { Failure } from '../../failure.ts'
import { idleRules } from '../../inputs/idle.ts'
import type { Io } from '../../io.ts'
import { isRefusal } from '../../words/speech.ts'
import { readManifest } from '../folder.ts'
import { bundlePlugin } from '../pack.ts'
import type { RoundReport } from './report.ts'
import { Rounds } from './rounds.ts'
import type { Subject } from './subject.ts'

/**
 * `lienthong plugin dev`: builds the plugin, runs it in the real sandbox on a document and shows what it finds, again after
 * every change of either, until it is interrupted. What the author can put right is shown and waited for. Closes the subject. Errors,
 * at the start only: FOLDER_NOT_A_PLUGIN, MANIFEST_INVALID, and those of reading the subject.
 */
export async function developPlugin(
  folder: string,
  subject: Subject,
  report: RoundReport,
  { cwd }: Io,
): Promise<number> {
  await readManifest(folder).catch(error => subject.close().then(() => Promise.reject(error)))
  const session = new DevSession(folder, subject, report)
  const rounds = new Rounds(() => session.round())
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: path => /(^|[\\/])(node_modules|dist|\.git)([\\/]|$)/.test(relative(folder, path)),
  })
  watcher.on('all', () => rounds.due())
  try {
    const ready = new Promise<void>(resolve => watcher.once('ready', () => resolve()))
    await subject.read()
    await Promise.all([ready, subject.watch(() => rounds.due())])
    report.watching(relative(cwd, folder) || '.', subject.name)
    rounds.due()
    await Promise.race([interrupted(), rounds.broken])
  } finally {
    await watcher.close()
    await subject.close()
    rounds.stop()
    await session.stop()
  }
  return 0
}

/** One author at work: a runner that lives as long as it can. */
class DevSession {
  private runner: ReturnType<typeof startRunner> | null = null
  private isStopping = false

  constructor(
    private readonly folder: string,
    private readonly subject: Subject,
    private readonly report: RoundReport,
  ) {}

  /** Everything anew, so that a plugin that failed gets a new chance. */
  async round(): Promise<void> {
    try {
      await this.checked()
    } catch (error) {
      // Ctrl+C ends the runner, too, and whatever waits for it.
      if (this.isStopping) return
      const told =
        error instanceof RunnerError ? new Failure('CHECKER_GONE', { reason: error.message }) : error
      if (!isRefusal(told)) throw told
      this.report.refused(this.subject.name, told)
    }
  }

  async stop(): Promise<void> {
    this.isStopping = true
    const runner = await this.runner?.catch(() => null)
    await runner?.stop()
  }

  private async checked(): Promise<void> {
    const plugin = await bundlePlugin(this.folder)
    const { file, gathering, ...beside } = await this.subject.read()
    this.runner ??= startRunner({ onExit: () => this.gone() })
    const runner = await this.runner
    const known = await loadInto(runner, plugin)
    const rules = settingsOf(plugin.manifest, 'recommended')
    const findings = await checkOnce(runner, file.format, file.text, { ...beside, rules }, gathering)
    const idle = idleRules(known, file, rules, beside.inputs, beside.database)
    this.report.checked({ plugin: plugin.manifest, file, findings, idle })
  }

  private gone(): void {
    this.runner = null
  }
}

/** By the person, or because nobody reads what is printed any more. */
const interrupted = (): Promise<unknown> =>
  Promise.race([
    ...(['SIGINT', 'SIGTERM'] as const).map(signal => new Promise(end => process.once(signal, end))),
    new Promise(end => process.stdout.once('error', end)),
  ])
