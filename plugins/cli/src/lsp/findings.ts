import { dirname } from 'node:path'
import type { Gathering, RuleSummary } from '@lienthong/plugin-engine'
import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import type { RuleInputs } from '@lienthong/protocol'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { Checker } from '../check/checker.ts'
import { addressOf } from '../check/linked-files.ts'
import type { OpenFile } from '../check/open-file.ts'
import { Config, configFor } from '../config/config.ts'
import type { LocalFile, LocalFiles } from './local-files.ts'

/** What was found in a text of a file. */
export interface Found {
  readonly version: number
  readonly text: TextDocument
  readonly findings: readonly PlacedFinding[]
  readonly rules: ReadonlyMap<string, RuleSummary>
  /** What it was held against. */
  readonly gathering: Gathering
  /** Where more can be asked of it. */
  readonly file: OpenFile
}

interface Opened {
  readonly config: Config
  readonly checker: Checker
}

/** Checks files by the configuration nearest above each, with one runner for each configuration. */
export class Findings {
  /** By the file of the configuration. */
  private readonly checkers = new Map<string, Promise<Opened>>()
  private readonly found = new Map<string, Found>()
  /** By the address of the file. */
  private readonly underCheck = new Map<string, { readonly checker: Checker; readonly file: OpenFile }>()

  constructor(private readonly files: LocalFiles) {}

  /** What was found last. */
  of(uri: string): Found | undefined {
    return this.found.get(uri)
  }

  /** Those that were checked and refer to a file. */
  referringTo({ diskPath }: LocalFile): string[] {
    const address = addressOf(diskPath)
    return [...this.found].filter(([, { gathering }]) => gathering.has(address)).map(([uri]) => uri)
  }

  /** Null when the file is ignored or not there. Errors: those of `lienthong check`. */
  async check(file: LocalFile): Promise<Found | null> {
    const { diskPath: path } = file
    const text = await this.files.textOf(file)
    const place = configFor(dirname(path)) ?? ''
    const opened = this.opened(place)
    const { config, checker } = await opened
    if (!text || config.isIgnored(path)) return null
    await checker.renew()
    const root = this.files.rootOf(file) ?? dirname(path)
    const gathering = checker.gatheringFor({ path }, root, other => this.files.openTextAt(other))
    const under = this.fileUnder(checker, file, root)
    const findings = await under.check(text.getText(), gathering).catch(async (error: unknown) => {
      this.drop(place, opened)
      await checker.stop()
      throw error
    })
    // Closed meanwhile, or under another configuration: nobody would close it.
    if (this.underCheck.get(file.uri)?.file !== under) await under.close()
    const found = { version: text.version, text, findings, rules: checker.rules, gathering, file: under }
    this.found.set(file.uri, found)
    return found
  }

  /** What rules may look up for a file; nothing while its configuration cannot be used, what was read last while its inputs cannot; a check says so. */
  async inputsFor({ diskPath }: LocalFile): Promise<RuleInputs> {
    const opened = await this.opened(configFor(dirname(diskPath)) ?? '').catch(() => null)
    await opened?.checker.renew().catch(() => undefined)
    return opened?.checker.inputs ?? {}
  }

  forget(uri: string): void {
    this.found.delete(uri)
    void this.underCheck.get(uri)?.file.close()
    this.underCheck.delete(uri)
  }

  /** Opened anew where another configuration holds than before. */
  private fileUnder(checker: Checker, { uri, diskPath: path, format }: LocalFile, root: string): OpenFile {
    const before = this.underCheck.get(uri)
    if (before?.checker === checker) return before.file
    void before?.file.close()
    const file = checker.open({ path, format }, root)
    this.underCheck.set(uri, { checker, file })
    return file
  }

  /** A configuration has changed: it is read anew. */
  async reset(): Promise<void> {
    const checkers = [...this.checkers.values()]
    this.checkers.clear()
    for (const one of checkers) await one.then(({ checker }) => checker.stop()).catch(() => undefined)
  }

  /** One that did not start is tried anew for the next check, as is one that failed in a check: its runner has ended, or cannot be trusted. */
  private opened(place: string): Promise<Opened> {
    const opened = this.checkers.get(place) ?? open(place)
    this.checkers.set(place, opened)
    opened.catch(() => this.drop(place, opened))
    return opened
  }

  private drop(place: string, opened: Promise<Opened>): void {
    if (this.checkers.get(place) === opened) this.checkers.delete(place)
  }
}

const open = async (file: string): Promise<Opened> => {
  const config = file === '' ? Config.none : await Config.read(file, dirname(file))
  return { config, checker: await Checker.start(config) }
}
