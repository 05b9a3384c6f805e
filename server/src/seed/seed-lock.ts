import type { EntityManager } from 'typeorm'
import { SeedMark } from './seed-mark.entity.ts'

/** The mark that stands for the seeding itself: whoever holds its row seeds, other nodes wait. */
export const seedLock = { kind: 'seed', code: 'lock' } as const

/** Waits until no other node is seeding; held until the transaction ends. */
export const holdSeedLock = async (manager: EntityManager): Promise<void> => {
  await manager.increment(SeedMark, seedLock, 'version', 1)
}
