import { createHash } from 'node:crypto'
import { ProtocolError } from '@lienthong/protocol'
import type { EntityManager } from 'typeorm'
import { SeedMark } from './seed-mark.entity.ts'

interface Versioned {
  version: number
}

/** A kind of record that the seed files bring: how one is found, made, and changed when a later release says otherwise. */
export interface SeedKind<T extends { code: string }> {
  readonly kind: string
  find(manager: EntityManager, code: string): Promise<Versioned>
  create(manager: EntityManager, record: T): Promise<Versioned>
  change(manager: EntityManager, version: number, record: T): Promise<Versioned>
}

/**
 * Brings in what is new or newly said, and leaves alone what is as it was, what a person has changed since,
 * and what a person made under the same code. Answers how many records it wrote.
 */
export async function bring<T extends { code: string }>(
  manager: EntityManager,
  seed: SeedKind<T>,
  records: readonly T[],
): Promise<number> {
  const known = await manager.findBy(SeedMark, { kind: seed.kind })
  const marks = new Map(known.map(mark => [mark.code, mark]))
  let written = 0
  for (const record of records) {
    const hash = hashOf(record)
    const mark = marks.get(record.code)
    if (mark?.hash === hash) continue
    const version = await versionOf(manager, seed, record.code)
    if (version !== (mark?.version ?? null)) continue
    const stored = version === null ? seed.create(manager, record) : seed.change(manager, version, record)
    await manager.save(SeedMark, {
      kind: seed.kind,
      code: record.code,
      hash,
      version: (await stored).version,
    })
    written++
  }
  return written
}

async function versionOf<T extends { code: string }>(
  manager: EntityManager,
  seed: SeedKind<T>,
  code: string,
): Promise<number | null> {
  try {
    return (await seed.find(manager, code)).version
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'RECORD_NOT_FOUND') return null
    throw error
  }
}

const hashOf = (record: unknown): string => createHash('sha256').update(JSON.stringify(record)).digest('hex')
