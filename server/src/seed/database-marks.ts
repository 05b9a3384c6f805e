import { type EntityManager, In } from 'typeorm'
import { SeedMark } from './seed-mark.entity.ts'

const kind = 'database'

/** Lets the seed name databases in a list, which raises their versions, without their seeming changed by a person. */
export const keepingDatabaseMarks = async <T>(manager: EntityManager, work: () => Promise<T>): Promise<T> => {
  const untouched = await manager
    .createQueryBuilder(SeedMark, 'mark')
    .innerJoin('databases', 'database', 'database.code = mark.code AND database.version = mark.version')
    .where('mark.kind = :kind', { kind })
    .getMany()
  const result = await work()
  await manager.update(
    SeedMark,
    { kind, code: In(untouched.map(({ code }) => code)) },
    { version: () => '(SELECT version FROM databases WHERE databases.code = seed_marks.code)' },
  )
  return result
}
