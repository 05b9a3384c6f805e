import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'
import { seedLock } from './seed-lock.ts'

export class Seed1730000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { key, text, count } = columnsFor(runner)
    const columns = [key('kind'), key('code'), text('hash'), count('version')]
    await runner.createTable(new Table({ name: 'seed_marks', columns }))
    const { kind, code } = seedLock
    await runner.query(
      `INSERT INTO seed_marks (kind, code, hash, version) VALUES ('${kind}', '${code}', '', 0)`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('seed_marks')
  }
}
