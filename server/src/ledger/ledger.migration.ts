import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

export class Ledger1730000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { countKey, count, time, reference, text, json } = columnsFor(runner)
    await runner.createTable(
      new Table({
        name: 'ledger_entries',
        columns: [
          countKey('seq'),
          time('at'),
          reference('actor_id', { nullable: true }),
          text('action'),
          text('subject_kind'),
          text('subject_id'),
          json('details'),
          text('previous_hash'),
          text('hash'),
        ],
        indices: [{ columnNames: ['subject_kind', 'subject_id'] }],
      }),
    )
    await runner.createTable(
      new Table({ name: 'ledger_head', columns: [countKey('id'), count('seq'), text('hash')] }),
    )
    await runner.query(`INSERT INTO ledger_head (id, seq, hash) VALUES (1, 0, '${'0'.repeat(64)}')`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('ledger_head')
    await runner.dropTable('ledger_entries')
  }
}
