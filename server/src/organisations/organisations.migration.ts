import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'
import { newId } from '../database/ids.ts'
import { recordColumns } from '../database/record-columns.ts'

export class Organisations1730000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = columnsFor(runner)
    const { id, json, text, reference } = columns
    await runner.createTable(
      new Table({
        name: 'organisations',
        columns: [
          id(),
          ...recordColumns(columns),
          json('name'),
          text('kind'),
          reference('parent_id', { nullable: true }),
          text('official_code', { nullable: true }),
          reference('successor_id', { nullable: true }),
        ],
        foreignKeys: ['parent_id', 'successor_id'].map(column => ({
          columnNames: [column],
          referencedTableName: 'organisations',
          referencedColumnNames: ['id'],
        })),
        indices: [{ columnNames: ['kind'] }],
      }),
    )
    await runner.query(
      `INSERT INTO organisations (id, code, provenance, version, folded, name, kind) VALUES ('${newId()}', 'VN', '${unsourced}', 1, ' vn ca nuoc nationwide', '${rootName}', 'root')`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('organisations')
  }
}

/** The one root: grants on it hold nationwide. */
const rootName = JSON.stringify({ vi: 'Cả nước', en: 'Nationwide' })
const unsourced = JSON.stringify({ sources: [], confidence: null, asOf: null })
