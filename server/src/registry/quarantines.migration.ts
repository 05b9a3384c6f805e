import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** Which plugins are out of use, and why; also those that ship with the product. */
export class Quarantines1730000002700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { key, text, time } = columnsFor(runner)
    await runner.createTable(
      new Table({
        name: 'plugin_quarantines',
        columns: [key('plugin_id'), text('sha256'), text('reason'), time('since')],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('plugin_quarantines')
  }
}
