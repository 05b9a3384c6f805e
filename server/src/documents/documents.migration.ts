import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** Documents, their update log and their snapshots. */
export class Documents1730000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, reference, text, time, count, countKey, flag, json, bytes } = columnsFor(runner)
    const documentKey = () => Object.assign(reference('document_id'), { isPrimary: true })
    const ofDocument = {
      columnNames: ['document_id'],
      referencedTableName: 'documents',
      referencedColumnNames: ['id'],
    }
    await runner.createTable(
      new Table({
        name: 'documents',
        columns: [
          id(),
          reference('database_id'),
          text('database_code'),
          text('path'),
          text('title'),
          text('format'),
          flag('is_illustrative'),
          count('head_seq'),
          count('snapshot_seq'),
          text('folded'),
          time('created_at'),
          time('updated_at'),
        ],
        foreignKeys: [
          { columnNames: ['database_id'], referencedTableName: 'databases', referencedColumnNames: ['id'] },
        ],
        uniques: [{ name: 'documents_path_unique', columnNames: ['database_id', 'path'] }],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'document_updates',
        columns: [
          documentKey(),
          countKey('seq'),
          reference('author', { nullable: true }),
          json('client_ranges'),
          bytes('bytes'),
          time('created_at'),
        ],
        foreignKeys: [ofDocument],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'document_snapshots',
        columns: [documentKey(), count('seq'), bytes('bytes')],
        foreignKeys: [ofDocument],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['document_snapshots', 'document_updates', 'documents']) await runner.dropTable(table)
  }
}
