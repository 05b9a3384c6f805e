import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** Which rules run how where. */
export class RuleChoices1730000003400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, reference, text, time, count, json } = columnsFor(runner)
    await runner.createTable(
      new Table({
        name: 'rule_choices',
        columns: [
          id(),
          json('choices'),
          count('version'),
          reference('changed_by'),
          text('changer_name'),
          time('changed_at'),
        ],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('rule_choices')
  }
}
