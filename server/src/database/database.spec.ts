import Sqlite from 'better-sqlite3'
import { DataSource } from 'typeorm'
import { databases, startServer, type TestServer } from '../../test/start-server.ts'
import { isPostgres } from './columns.ts'
import { newId, now } from './ids.ts'
import { databaseFile } from './open-database.ts'
import { Transactions } from './transactions.ts'

const insertKey = (name: string) => `INSERT INTO server_keys (name, value) VALUES ('${name}', '${name}')`

describe.each(databases)('the database on %s', database => {
  let server: TestServer
  let dataSource: DataSource
  let transactions: Transactions

  beforeAll(async () => {
    server = await startServer({ database })
    dataSource = server.app.get(DataSource)
    transactions = server.app.get(Transactions)
  })

  const keys = async (prefix: string): Promise<string[]> => {
    const rows: { name: string }[] = await dataSource.query(
      `SELECT name FROM server_keys WHERE name LIKE '${prefix}%' ORDER BY name`,
    )
    return rows.map(({ name }) => name)
  }

  it('[O9] runs every migration once, and every entity finds its columns', async () => {
    const ran: { name: string }[] = await dataSource.query(
      'SELECT name FROM lienthong_migrations ORDER BY id',
    )
    expect(ran.map(({ name }) => name)).toEqual(
      dataSource.migrations.map(migration => migration.constructor.name),
    )
    expect(ran.length).toBeGreaterThan(5)
    expect(await dataSource.showMigrations()).toBe(false)
    for (const { target } of dataSource.entityMetadatas) {
      const rows = await dataSource.manager.find(target, { take: 1 })
      expect(Array.isArray(rows)).toBe(true)
    }
  })

  it('[O9] goes all the way down and up again', async () => {
    const own = await startServer({ database })
    const source = own.app.get(DataSource)
    for (const _ of source.migrations) await source.undoLastMigration()
    await source.runMigrations()
    expect(await source.showMigrations()).toBe(false)
  })

  it('[O9] keeps what a table refers to when a later migration changes it', async () => {
    const own = await startServer({ database, settings: { LIENTHONG_SEED: 'true' } })
    const source = own.app.get(DataSource)
    const count = async (table: string) =>
      Number((await source.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n)
    const counts = () => Promise.all(['inventory_lists', 'inventory_list_members'].map(count))
    const before = await counts()
    expect(before[1]).toBeGreaterThan(20)
    const ran = () => source.query("SELECT 1 FROM lienthong_migrations WHERE name LIKE 'ListSuccession%'")
    while ((await ran()).length > 0) await source.undoLastMigration()
    expect(await counts()).toEqual(before)
    await source.runMigrations()
    expect(await counts()).toEqual(before)
    const standings = await source.query('SELECT DISTINCT standing FROM inventory_lists')
    expect(standings).toEqual([{ standing: 'holding' }])
  })

  it('keeps a failed transaction apart from the ones beside it', async () => {
    const settled = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        transactions.run(async manager => {
          await manager.query(insertKey(`beside-${index}`))
          await new Promise(resolve => setImmediate(resolve))
          if (index % 2) throw new Error('failed on purpose')
        }),
      ),
    )
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(await keys('beside')).toEqual(['beside-0', 'beside-2', 'beside-4', 'beside-6'])
  })

  it('[S6] waits while another process writes to SQLite, without holding up its own', async () => {
    if (isPostgres(dataSource)) return
    const other = new Sqlite(databaseFile(server.config))
    other.exec('BEGIN IMMEDIATE')
    const written = transactions.run(manager => manager.query(insertKey('after')))
    // Is late, and the lock with it, if the event loop waits.
    const released = new Promise<void>(resolve => {
      setTimeout(() => resolve(void other.close()), 500)
    })
    await Promise.all([written, released])
    expect(await keys('after')).toEqual(['after'])
  })

  it('[S6] is not spoilt by who reads while it waits for a process that then commits', async () => {
    if (isPostgres(dataSource)) return
    const other = new Sqlite(databaseFile(server.config))
    other.exec('BEGIN IMMEDIATE')
    const written = transactions.run(manager => manager.query(insertKey('read')))
    const reading = setInterval(() => void keys('read'), 5)
    await new Promise(resolve => setTimeout(resolve, 200))
    other.exec(`${insertKey('read-by-other')}; COMMIT`)
    other.close()
    await written
    clearInterval(reading)
    expect(await keys('read')).toEqual(['read', 'read-by-other'])
  })

  it('[S6] goes on after SQLite has ended a transaction by itself, as it does on a full disk', async () => {
    if (isPostgres(dataSource)) return
    const ended = transactions.run(async manager => {
      await manager.query(insertKey('lost'))
      await manager.query('ROLLBACK')
      throw new Error('disk full')
    })
    await expect(ended).rejects.toThrow()
    const refused = transactions.run(() => Promise.reject(new Error('taken')))
    await expect(refused).rejects.toThrow('taken')
    await transactions.run(manager => manager.query(insertKey('kept')))
    const other = new Sqlite(databaseFile(server.config), { readonly: true })
    const seen = other.prepare("SELECT name FROM server_keys WHERE name IN ('lost', 'kept')").pluck().all()
    other.close()
    expect(seen).toEqual(['kept'])
  })

  it('refuses a transaction inside another instead of waiting for itself', async () => {
    const nested = transactions.run(async () => transactions.run(async () => undefined))
    await expect(nested).rejects.toThrow('inside a transaction already')
  })

  it('refuses it also after others have begun and ended beside it, and not afterwards', async () => {
    const outer = transactions.run(async () => {
      await new Promise(resolve => setTimeout(resolve, 50))
      return transactions.run(async () => undefined)
    })
    const beside = transactions.run(async () => 'beside')
    await expect(outer).rejects.toThrow('inside a transaction already')
    expect(await beside).toBe('beside')
    expect(await transactions.run(async () => 'afterwards')).toBe('afterwards')
  })

  it('writes to disk before it answers, and checks references', async () => {
    if (!isPostgres(dataSource)) {
      const [{ synchronous }] = await dataSource.query('PRAGMA synchronous')
      const [{ journal_mode: mode }] = await dataSource.query('PRAGMA journal_mode')
      expect([synchronous, mode]).toEqual([2, 'wal'])
    }
    const orphan = `INSERT INTO sessions (id, person_id, created_at) VALUES ('${newId()}', '${newId()}', '${now()}')`
    await expect(dataSource.query(orphan)).rejects.toThrow(/foreign key/i)
  })
})
