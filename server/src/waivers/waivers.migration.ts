import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** Findings that are accepted for a while, by whom and why. */
export class Waivers1730000003200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, reference, text, time, date } = columnsFor(runner)
    await runner.createTable(
      new Table({
        name: 'waivers',
        columns: [
          id(),
          reference('document_id'),
          text('rule_id'),
          text('fingerprint', { nullable: true }),
          text('reason'),
          date('until'),
          text('state'),
          reference('requested_by'),
          text('requester_name'),
          time('requested_at'),
          reference('decided_by', { nullable: true }),
          text('decider_name', { nullable: true }),
          time('decided_at', { nullable: true }),
        ],
        foreignKeys: [
          { columnNames: ['document_id'], referencedTableName: 'documents', referencedColumnNames: ['id'] },
        ],
        indices: [{ name: 'waivers_document', columnNames: ['document_id'] }],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('waivers')
  }
}
