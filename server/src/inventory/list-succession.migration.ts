import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * SQL that SQLite and PostgreSQL both know: TypeORM would drop and build SQLite's table anew, which the names of databases
 * in it refer to.
 */
export class ListSuccession1730000003100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE inventory_lists ADD COLUMN standing text NOT NULL DEFAULT 'holding'")
    await runner.query(
      'ALTER TABLE inventory_lists ADD COLUMN successor_id varchar(36) REFERENCES inventory_lists (id)',
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inventory_lists DROP COLUMN successor_id')
    await runner.query('ALTER TABLE inventory_lists DROP COLUMN standing')
  }
}
