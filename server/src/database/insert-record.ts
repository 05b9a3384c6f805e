import { ProtocolError } from '@lienthong/protocol'
import type { EntityManager, EntityTarget } from 'typeorm'
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js'

interface Coded {
  id: string
  code: string
}

/** Stores a new record, unless another has its code, also one that is being stored at this moment. Errors: RECORD_CODE_TAKEN. */
export const insertRecord = async <T extends Coded>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  row: T,
): Promise<void> => {
  const values = row as QueryDeepPartialEntity<T>
  await manager.createQueryBuilder().insert().into(entity).values(values).orIgnore().execute()
  const stored = await manager.countBy(entity, { id: row.id } as Parameters<EntityManager['countBy']>[1])
  if (stored !== 1) throw new ProtocolError('RECORD_CODE_TAKEN', { code: row.code })
}
