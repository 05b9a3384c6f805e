import { type DatabaseId, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Event } from '../ledger/ledger.service.ts'
import { DatabaseRow } from './database.entity.ts'
import { InventoryListMember, InventoryListRow } from './inventory-list.entity.ts'

/**
 * Which list names which database, read and written from either side. Naming is a change of both (rule N16).
 * Writers touch lists before databases, and the ledger last, so that two of them never wait for each other.
 */
@Injectable()
export class ListMembersService {
  /** The codes of the lists that name each of the databases, in order. */
  async listCodesOf(manager: EntityManager, databaseIds: DatabaseId[]): Promise<Map<string, string[]>> {
    const members = await manager.findBy(InventoryListMember, { databaseId: In(databaseIds) })
    const lists = await manager.findBy(InventoryListRow, { id: In(members.map(({ listId }) => listId)) })
    const codes = new Map(lists.map(({ id, code }) => [id, code]))
    return new Map(
      databaseIds.map(databaseId => [
        databaseId,
        members
          .filter(member => member.databaseId === databaseId)
          .flatMap(({ listId }) => codes.get(listId) ?? [])
          .sort(),
      ]),
    )
  }

  /** The codes of the databases that a list names, in order. */
  async databaseCodesOf(manager: EntityManager, listId: string): Promise<string[]> {
    const members = await manager.findBy(InventoryListMember, { listId })
    const databases = await manager.findBy(DatabaseRow, { id: In(members.map(m => m.databaseId)) })
    return databases.map(({ code }) => code).sort()
  }

  /** How many databases each of the lists names. */
  async countsOf(manager: EntityManager, listIds: string[]): Promise<Map<string, number>> {
    const members = await manager.findBy(InventoryListMember, { listId: In(listIds) })
    const counts = new Map(listIds.map(id => [id, 0]))
    for (const { listId } of members) counts.set(listId, (counts.get(listId) ?? 0) + 1)
    return counts
  }

  /** Raises the version of every list that names the database newly or no longer; answers with what the ledger keeps of each. Errors: RECORD_NOT_FOUND (a list). */
  async setListsOf(manager: EntityManager, databaseId: DatabaseId, listCodes: string[]): Promise<Event[]> {
    const lists = await manager.findBy(InventoryListRow, { code: In(listCodes) })
    requireAll('inventory-list', listCodes, lists)
    const members = await manager.findBy(InventoryListMember, { databaseId })
    const before = members.map(({ listId }) => listId)
    const { gone, added } = differenceOf(
      before,
      lists.map(({ id }) => id),
    )
    const changed = await manager.findBy(InventoryListRow, { id: In([...gone, ...added]) })
    // Whoever changes one of these lists waits from here on: what they name stays as it is read now.
    await manager.increment(InventoryListRow, { id: In(changed.map(({ id }) => id)) }, 'version', 1)
    const was = await Promise.all(changed.map(({ id }) => this.databaseCodesOf(manager, id)))
    await manager.delete(InventoryListMember, { databaseId, listId: In(gone) })
    await this.name(
      manager,
      added.map(listId => ({ listId, databaseId })),
    )
    const are = await Promise.all(changed.map(({ id }) => this.databaseCodesOf(manager, id)))
    return changed.map(({ id, code }, at) =>
      changeOf('inventory-list', id, code, { databaseCodes: { from: was[at], to: are[at] } }),
    )
  }

  /** Raises the version of every database that the list names newly or no longer; answers with what the ledger keeps of each. Errors: RECORD_NOT_FOUND (a database). */
  async setDatabasesOf(manager: EntityManager, listId: string, databaseCodes: string[]): Promise<Event[]> {
    const databases = await manager.findBy(DatabaseRow, { code: In(databaseCodes) })
    requireAll('database', databaseCodes, databases)
    const members = await manager.findBy(InventoryListMember, { listId })
    const before = members.map(({ databaseId }) => databaseId)
    const { gone, added } = differenceOf(
      before,
      databases.map(({ id }) => id),
    )
    const changed = await manager.findBy(DatabaseRow, { id: In([...gone, ...added]) })
    const ids = changed.map(({ id }) => id)
    await manager.increment(DatabaseRow, { id: In(ids) }, 'version', 1)
    const was = await this.listCodesOf(manager, ids)
    await manager.delete(InventoryListMember, { listId, databaseId: In(gone) })
    await this.name(
      manager,
      added.map(databaseId => ({ listId, databaseId })),
    )
    const are = await this.listCodesOf(manager, ids)
    return changed.map(({ id, code }) =>
      changeOf('database', id, code, { listCodes: { from: was.get(id), to: are.get(id) } }),
    )
  }

  /** Somebody may name the same database from the other side at this moment: that is no conflict. */
  private async name(manager: EntityManager, members: InventoryListMember[]): Promise<void> {
    if (members.length === 0) return
    await manager.createQueryBuilder().insert().into(InventoryListMember).values(members).orIgnore().execute()
  }
}

function requireAll(kind: string, codes: string[], found: { code: string }[]): void {
  const missing = codes.find(code => !found.some(row => row.code === code))
  if (missing !== undefined) throw new ProtocolError('RECORD_NOT_FOUND', { kind, id: missing })
}

const differenceOf = <T>(before: T[], after: T[]): { gone: T[]; added: T[] } => ({
  gone: before.filter(id => !after.includes(id)),
  added: after.filter(id => !before.includes(id)),
})

const changeOf = (kind: string, subjectId: string, code: string, changes: object): Event => ({
  action: `${kind}:change`,
  subjectKind: kind,
  subjectId,
  details: { code, changes },
})
