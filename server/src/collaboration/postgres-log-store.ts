import type { DataSource } from 'typeorm'
import { now } from '../database/ids.ts'
import type { LogRow, LogStore } from './update-log.ts'

/**
 * The update log in PostgreSQL: one statement, hence one round trip and one commit. Documents are locked in the order of their ids,
 * so that two nodes never wait for each other.
 */
export class PostgresLogStore implements LogStore {
  constructor(private readonly dataSource: DataSource) {}

  async append(rows: readonly LogRow[]): Promise<readonly number[]> {
    const counts = new Map<string, number>()
    const places = rows.map(({ documentId }) => {
      const place = (counts.get(documentId) ?? 0) + 1
      counts.set(documentId, place)
      return place
    })
    const documents = [...counts.keys()].sort()
    const inserted: { document_id: string; seq: number }[] = await this.dataSource.query(appendSql, [
      documents,
      documents.map(id => counts.get(id)),
      now(),
      rows.map(row => row.documentId),
      places,
      rows.map(row => row.author),
      rows.map(row => JSON.stringify(row.clientRanges)),
      rows.map(row => Buffer.from(row.bytes)),
    ])
    if (inserted.length !== rows.length) throw new Error('the log names a document that does not exist')
    const heads = new Map<string, number>()
    for (const { document_id, seq } of inserted)
      heads.set(document_id, Math.max(heads.get(document_id) ?? 0, seq))
    return rows.map(
      ({ documentId }, at) =>
        (heads.get(documentId) ?? 0) - (counts.get(documentId) ?? 0) + (places[at] ?? 0),
    )
  }

  /** The connections belong to the data source. */
  async close(): Promise<void> {}
}

const appendSql = `
  WITH touched AS MATERIALIZED (
    SELECT d.id, t.n FROM documents d
    JOIN unnest($1::varchar[], $2::integer[]) AS t(id, n) ON t.id = d.id
    ORDER BY d.id FOR UPDATE OF d
  ), heads AS (
    UPDATE documents d SET head_seq = d.head_seq + touched.n, updated_at = $3
    FROM touched WHERE touched.id = d.id
    RETURNING d.id, d.head_seq - touched.n AS before
  )
  INSERT INTO document_updates (document_id, seq, author, client_ranges, bytes, created_at)
  SELECT heads.id, heads.before + row.place, row.author, row.client_ranges, row.bytes, $3
  FROM unnest($4::varchar[], $5::integer[], $6::varchar[], $7::text[], $8::bytea[])
    AS row(document_id, place, author, client_ranges, bytes)
  JOIN heads ON heads.id = row.document_id
  RETURNING document_id, seq`
