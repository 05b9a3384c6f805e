import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** Comment threads and their comments. */
export class Comments1730000002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, reference, text, time, bytes } = columnsFor(runner)
    await runner.createTable(
      new Table({
        name: 'comment_threads',
        columns: [
          id(),
          reference('document_id'),
          bytes('anchor_start'),
          bytes('anchor_end'),
          text('quote'),
          text('state'),
          time('created_at'),
        ],
        foreignKeys: [
          { columnNames: ['document_id'], referencedTableName: 'documents', referencedColumnNames: ['id'] },
        ],
        indices: [{ name: 'comment_threads_document', columnNames: ['document_id'] }],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'comments',
        columns: [
          id(),
          reference('thread_id'),
          reference('person_id'),
          text('display_name'),
          text('body'),
          time('created_at'),
        ],
        foreignKeys: [
          {
            columnNames: ['thread_id'],
            referencedTableName: 'comment_threads',
            referencedColumnNames: ['id'],
          },
        ],
        indices: [{ name: 'comments_thread', columnNames: ['thread_id'] }],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['comments', 'comment_threads']) await runner.dropTable(table)
  }
}
