import { ProtocolError } from '@lienthong/protocol'
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm'
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js'

interface Versioned {
  id: string
  version: number
}

/** Changes a record only if it still has the version that the caller has read, and raises it by one. Errors: RECORD_CHANGED. */
export const changeVersion = async <T extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  read: Versioned,
  changes: QueryDeepPartialEntity<T>,
): Promise<void> => {
  const where = { id: read.id, version: read.version } as FindOptionsWhere<T>
  const { affected } = await manager.update(entity, where, { ...changes, version: read.version + 1 })
  if (affected !== 1) throw new ProtocolError('RECORD_CHANGED')
}
