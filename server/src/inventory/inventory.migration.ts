import { type MigrationInterface, type QueryRunner, Table, TableForeignKey } from 'typeorm'
import { columnsFor } from '../database/columns.ts'
import { recordColumns } from '../database/record-columns.ts'

export class Inventory1730000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = columnsFor(runner)
    const { id, key, text, json, count, reference } = columns
    await runner.createTable(
      new Table({
        name: 'databases',
        columns: [
          id(),
          ...recordColumns(columns),
          json('name'),
          text('level'),
          reference('owner_id', { nullable: true }),
          text('status'),
          text('status_note', { nullable: true }),
          json('legal_basis'),
          reference('successor_id', { nullable: true }),
        ],
        foreignKeys: [to('organisations', 'owner_id'), to('databases', 'successor_id')],
        indices: [{ columnNames: ['owner_id'] }],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'inventory_lists',
        columns: [
          id(),
          ...recordColumns(columns),
          json('title'),
          count('stated_count', { nullable: true }),
          text('status', { nullable: true }),
        ],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'inventory_list_members',
        columns: [key('list_id'), key('database_id')],
        foreignKeys: [to('inventory_lists', 'list_id'), to('databases', 'database_id')],
        indices: [{ columnNames: ['database_id'] }],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['inventory_list_members', 'inventory_lists', 'databases'])
      await runner.dropTable(table)
  }
}

const to = (referencedTableName: string, column: string): TableForeignKey =>
  new TableForeignKey({ columnNames: [column], referencedTableName, referencedColumnNames: ['id'] })
