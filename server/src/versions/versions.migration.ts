import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** Published texts of documents. */
export class Versions1730000003300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { key, reference, text, time, count } = columnsFor(runner)
    await runner.createTable(
      new Table({
        name: 'document_versions',
        columns: [
          Object.assign(reference('document_id'), { isPrimary: true }),
          key('number'),
          count('seq'),
          text('sha256'),
          text('text'),
          text('note'),
          reference('author'),
          time('published_at'),
        ],
        foreignKeys: [
          { columnNames: ['document_id'], referencedTableName: 'documents', referencedColumnNames: ['id'] },
        ],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('document_versions')
  }
}
