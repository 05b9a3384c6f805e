import { type MigrationInterface, type QueryRunner, Table, TableForeignKey } from 'typeorm'
import { columnsFor } from '../database/columns.ts'
import { recordColumns } from '../database/record-columns.ts'

export class Directives1730000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = columnsFor(runner)
    const { id, text, json, date, count, reference } = columns
    const optional = { nullable: true }
    await runner.createTable(
      new Table({
        name: 'directives',
        columns: [
          id(),
          ...recordColumns(columns),
          text('number', optional),
          text('type'),
          json('title'),
          json('issuer'),
          text('issuer_folded'),
          date('issued_on', optional),
          text('status'),
          reference('successor_id', optional),
        ],
        foreignKeys: [to('directives', 'successor_id')],
        indices: [{ columnNames: ['issued_on'] }],
      }),
    )
    const part = [id(), reference('directive_id'), count('position')]
    await runner.createTable(
      new Table({
        name: 'directive_provisions',
        columns: [...part, text('label'), text('text', optional)],
        foreignKeys: [to('directives', 'directive_id')],
        uniques: [{ columnNames: ['directive_id', 'position'] }],
      }),
    )
    await runner.createTable(
      new Table({
        name: 'directive_tasks',
        columns: [
          ...part,
          text('text'),
          text('due_by', optional),
          text('target', optional),
          text('unit', optional),
          reference('lead_organisation_id', optional),
        ],
        foreignKeys: [to('directives', 'directive_id'), to('organisations', 'lead_organisation_id')],
        uniques: [{ columnNames: ['directive_id', 'position'] }],
      }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['directive_tasks', 'directive_provisions', 'directives'])
      await runner.dropTable(table)
  }
}

const to = (referencedTableName: string, column: string): TableForeignKey =>
  new TableForeignKey({ columnNames: [column], referencedTableName, referencedColumnNames: ['id'] })
