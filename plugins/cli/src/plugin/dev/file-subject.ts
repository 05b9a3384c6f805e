import { dirname, resolve } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { readSource } from '../../check/files.ts'
import { gatheringFor } from '../../check/linked-files.ts'
import { Config, configFor } from '../../config/config.ts'
import { inputsOf } from '../../inputs/file.ts'
import type { Subject, Tried } from './subject.ts'

/** A file; what rules look up is what the configuration above it says. */
export class FileSubject implements Subject {
  private watcher: FSWatcher | null = null

  constructor(
    readonly name: string,
    private readonly cwd: string,
  ) {}

  /** Errors: FORMAT_UNKNOWN, FILE_UNREADABLE, and those of the configuration. */
  async read(): Promise<Tried> {
    const file = await readSource(this.name, this.cwd)
    const path = resolve(this.cwd, this.name)
    const found = configFor(dirname(path))
    const config = found ? await Config.read(found, this.cwd) : Config.none
    const gathering = gatheringFor(path, config.folder ?? this.cwd)
    return { file, inputs: await inputsOf(config), database: config.database, gathering }
  }

  async watch(changed: () => void): Promise<void> {
    const watcher = watch(resolve(this.cwd, this.name), { ignoreInitial: true })
    this.watcher = watcher
    watcher.on('all', changed)
    await new Promise<void>(ready => watcher.once('ready', () => ready()))
  }

  async close(): Promise<void> {
    await this.watcher?.close()
  }
}
