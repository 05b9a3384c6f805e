import {
  type CheckRequest,
  type CheckResult,
  checkOnceWith,
  type Gathering,
  PluginFault,
  type PublishedSource,
  type Runner,
  RunnerError,
  RunnerGone,
  startRunner,
  type TriedOut,
  toDocument,
  tryOut,
  type UnitFinding,
  unhurried,
} from '@lienthong/plugin-engine'
import { type PluginPackage, ProtocolError } from '@lienthong/protocol'
import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import pLimit from 'p-limit'
import { RuleInputsService } from '../rule-inputs/rule-inputs.service.ts'

/** What a plugin says of one text; offsets are of the text. `faults` say why it could not. */
export interface Said {
  readonly findings: readonly UnitFinding[]
  readonly faults: readonly string[]
}

/** A text to look at, with the rules as they would run on it. */
export interface Text
  extends Omit<
    CheckRequest,
    'documentId' | 'revision' | 'plugins' | 'inputs' | 'surroundings' | 'published'
  > {
  readonly published: PublishedSource | null
  /** Of what it refers to. */
  readonly gathering: Gathering | null
}

/** Between one answer and the question for the next; after that its memory is worth more than the half second of a start. */
const idleMs = 30_000
/** What is looked at, and the versions that run now in different places. */
const maxLoaded = 4

/** A process of its own, so that what people write is checked as if nobody rehearsed. It has nothing to do with what is in use. */
@Injectable()
export class RehearsalRunner implements OnApplicationShutdown {
  private runner: Promise<Runner> | null = null
  private readonly loaded = new Set<string>()
  private readonly inTurn = pLimit(1)
  private idle: NodeJS.Timeout | undefined
  private count = 0

  constructor(private readonly inputs: RuleInputsService) {}

  /** Runs what people upload on samples. Errors: PLUGIN_INVALID: it does not load, or it was not done in time. */
  async tryOut({ manifest: { id }, code }: PluginPackage, withinMs: number): Promise<TriedOut> {
    try {
      return await this.alone(
        () => AbortSignal.timeout(withinMs),
        runner => tryOut(runner, { id, code }),
      )
    } catch (error) {
      throw error instanceof RunnerError ? invalid(error.message) : error
    }
  }

  /** Ends with `over`, and then says so. Errors: PLUGIN_INVALID: it does not load. */
  async check(plugin: PluginPackage, text: Text, over: AbortSignal): Promise<Said> {
    try {
      return await this.alone(
        () => over,
        async runner => {
          const key = await this.load(runner, plugin)
          return saidBy(plugin.manifest.id, await this.checkWith(runner, key, text))
        },
      )
    } catch (error) {
      if (!(error instanceof RunnerError)) throw error
      return { findings: [], faults: [error.message] }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.idle)
    await this.stop()
  }

  /** Nobody else uses the process meanwhile: whatever is under way when the time is over ends with it. Throws RunnerGone. */
  private alone<T>(timed: () => AbortSignal, use: (runner: Runner) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      clearTimeout(this.idle)
      const over = timed()
      const end = () => void this.stop()
      over.addEventListener('abort', end)
      try {
        over.throwIfAborted()
        return await use(await this.started())
      } catch (error) {
        if (over.aborted) throw new RunnerGone('too-slow: it was not done in time')
        throw error instanceof PluginFault ? invalid(`${error.kind}: ${error.message}`) : error
      } finally {
        over.removeEventListener('abort', end)
        this.idle = setTimeout(() => void this.stop(), idleMs).unref()
      }
    })
  }

  private async checkWith(runner: Runner, key: string, { gathering, ...text }: Text): Promise<CheckResult> {
    const documentId = `rehearsed-${++this.count}`
    try {
      const inputs = await this.inputs.current()
      const request = { ...text, documentId, revision: 1, plugins: [key], inputs }
      return await checkOnceWith(asked => runner.check(asked), request, gathering)
    } finally {
      await runner.close(documentId).catch(() => undefined)
    }
  }

  private async load(runner: Runner, { manifest: { id, sha256 }, code }: PluginPackage): Promise<string> {
    const key = `${id}@${sha256}`
    if (this.loaded.has(key)) return key
    await runner.load({ id, key, code })
    this.loaded.add(key)
    const [oldest = ''] = this.loaded
    if (this.loaded.size > maxLoaded) await this.unload(runner, oldest)
    return key
  }

  private async unload(runner: Runner, key: string): Promise<void> {
    this.loaded.delete(key)
    await runner.unload(key)
  }

  private started(): Promise<Runner> {
    this.runner ??= startRunner({
      isInBackground: true,
      limits: unhurried,
      // In use it would be stopped now; here the other documents are looked at all the same, by a fresh one.
      onPluginState: key => this.loaded.delete(key),
      onExit: () => this.forget(),
    }).catch((error: unknown) => {
      this.forget()
      throw error
    })
    return this.runner
  }

  private async stop(): Promise<void> {
    const { runner } = this
    this.forget()
    await (await runner?.catch(() => null))?.stop()
  }

  private forget(): void {
    this.runner = null
    this.loaded.clear()
  }
}

/** Without what the engine itself says of suppressions: it knows one plugin here. */
const saidBy = (id: string, { units, places }: CheckResult): Said => {
  const all = units.flatMap(({ unit, findings }) =>
    findings.map(finding => ({ ...finding, ...toDocument(places[unit] ?? [], finding) })),
  )
  const own = all.filter(({ ruleId }) => ruleId.startsWith(`${id}/`))
  return {
    findings: own.filter(({ severity }) => severity !== 'fault'),
    faults: own.filter(({ severity }) => severity === 'fault').map(({ message }) => message.en),
  }
}

const invalid = (detail: string) => new ProtocolError('PLUGIN_INVALID', { detail })
