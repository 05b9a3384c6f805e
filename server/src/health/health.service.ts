import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'

/** A feature that can be unwell. */
export interface HealthProbe {
  /** A short name in the answer of /health/ready, such as `update-log`. */
  name: string
  /** Why the feature is degraded, in a few words for operators; null while it is well. */
  trouble(): string | null
}

/** Whether this node should receive traffic. Features add their probes; nobody is asked to guess. */
@Injectable()
export class HealthService {
  private readonly probes: HealthProbe[] = []
  private phase: 'starting' | 'running' | 'stopping' = 'starting'

  constructor(private readonly manager: EntityManager) {}

  add(probe: HealthProbe): void {
    this.probes.push(probe)
  }

  started(): void {
    this.phase = 'running'
  }

  beforeApplicationShutdown(): void {
    this.phase = 'stopping'
  }

  /** What is wrong, by name; empty when the node is ready. */
  async troubles(): Promise<Record<string, string>> {
    const found: Record<string, string> = {}
    if (this.phase !== 'running') found.server = this.phase
    if (!(await this.databaseAnswers())) found.database = 'does not answer'
    for (const probe of this.probes) {
      const trouble = probe.trouble()
      if (trouble !== null) found[probe.name] = trouble
    }
    return found
  }

  private async databaseAnswers(): Promise<boolean> {
    try {
      await this.manager.query('SELECT 1')
      return true
    } catch {
      return false
    }
  }
}
