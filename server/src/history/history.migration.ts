import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** The timeline of each document, states on the way, and named checkpoints. */
export class History1730000002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, reference, text, time, count, countKey, json, bytes } = columnsFor(runner)
    const documentKey = () => Object.assign(reference('document_id'), { isPrimary: true })
    const ofDocument = () => ({
      columnNames: ['document_id'],
      referencedTableName: 'documents',
      referencedColumnNames: ['id'],
    })
    await runner.createTable(
      new Table({
        name: 'document_histories',
        columns: [documentKey(), count('seq')],
        foreignKeys: [ofDocument()],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'history_entries',
        columns: [
          documentKey(),
          countKey('from_seq'),
          count('to_seq'),
          reference('author', { nullable: true }),
          time('started_at'),
          time('ended_at'),
          count('inserted_chars'),
          count('deleted_chars'),
          json('client_ranges'),
        ],
        foreignKeys: [ofDocument()],
        indices: [{ name: 'history_entries_started', columnNames: ['document_id', 'started_at'] }],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'history_states',
        columns: [documentKey(), countKey('seq'), bytes('bytes')],
        foreignKeys: [ofDocument()],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'document_checkpoints',
        columns: [
          id(),
          reference('document_id'),
          count('seq'),
          text('name'),
          reference('author'),
          time('created_at'),
        ],
        foreignKeys: [ofDocument()],
        uniques: [{ name: 'document_checkpoints_name_unique', columnNames: ['document_id', 'name'] }],
        indices: [{ name: 'document_checkpoints_seq', columnNames: ['document_id', 'seq'] }],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['document_checkpoints', 'history_states', 'history_entries', 'document_histories'])
      await runner.dropTable(table)
  }
}
