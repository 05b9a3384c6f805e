import { type MigrationInterface, type QueryRunner, Table, TableForeignKey } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/** Marks the demo people; until now only they were ever made without a password. */
export class DemoPeople1730000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { key } = columnsFor(runner)
    await runner.createTable(
      new Table({
        name: 'demo_people',
        columns: [key('person_id')],
        foreignKeys: [
          new TableForeignKey({
            columnNames: ['person_id'],
            referencedTableName: 'people',
            referencedColumnNames: ['id'],
          }),
        ],
      }),
    )
    await runner.query('INSERT INTO demo_people SELECT id FROM people WHERE password_hash IS NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('demo_people')
  }
}
