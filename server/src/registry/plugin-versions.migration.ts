import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** Every version of every plugin that was ever installed; versions never change. */
export class Validation1730000002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { key, text, time, json, flag } = columnsFor(runner)
    await runner.createTable(
      new Table({
        name: 'plugin_versions',
        columns: [
          key('key'),
          text('plugin_id'),
          text('version'),
          json('manifest'),
          text('code'),
          time('installed_at'),
          flag('is_active'),
        ],
        indices: [{ name: 'plugin_versions_plugin', columnNames: ['plugin_id'] }],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('plugin_versions')
  }
}
