import type { DocumentId, PersonId } from '@lienthong/protocol'
import { DataSource } from 'typeorm'
import * as Y from 'yjs'
import { PostgresLogStore } from '../../src/collaboration/postgres-log-store.ts'
import { SqliteLogStore } from '../../src/collaboration/sqlite-log-store.ts'
import { Config } from '../../src/config/config.ts'
import { databaseFile } from '../../src/database/open-database.ts'
import { TestServer } from '../start-server.ts'

const cleanups: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

/** Writes a row as another process would: this server's rooms do not hear of it. Answers with its `seq`. */
export const writeBehindItsBack = async (
  server: TestServer,
  documentId: DocumentId,
  author: PersonId,
  doc: Y.Doc,
): Promise<number> => {
  const store = server.config.databaseUrl
    ? new PostgresLogStore(server.app.get(DataSource))
    : new SqliteLogStore(databaseFile(server.config))
  const bytes = Y.encodeStateAsUpdate(doc)
  const [seq] = await store.append([{ documentId, author, clientRanges: [], bytes }])
  await store.close()
  return seq ?? 0
}

/** Another server over the same PostgreSQL. It is stopped after the file's tests. */
export const startAnotherNode = async (
  first: TestServer,
  settings: Record<string, string> = {},
): Promise<TestServer> => {
  const server = new TestServer(
    Config.from({
      LIENTHONG_PORT: '0',
      LIENTHONG_DATA_DIR: `${first.config.dataDir}/another-${cleanups.length}`,
      LIENTHONG_DATABASE_URL: first.config.databaseUrl ?? '',
      LIENTHONG_LOG_LEVEL: 'silent',
      LIENTHONG_SEED: 'false',
      ...settings,
    }),
  )
  cleanups.push(() => server.stop())
  await server.start()
  return server
}
