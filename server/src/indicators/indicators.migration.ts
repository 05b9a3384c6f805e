import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'
import { recordColumns } from '../database/record-columns.ts'

export class Indicators1730000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = columnsFor(runner)
    const { id, text, json, number } = columns
    const optional = { nullable: true }
    await runner.createTable(
      new Table({
        name: 'indicators',
        columns: [
          id(),
          ...recordColumns(columns),
          json('name'),
          text('unit', optional),
          number('value', optional),
          number('target', optional),
          text('due_by', optional),
        ],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('indicators')
  }
}
