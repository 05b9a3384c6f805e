import { type MigrationInterface, type QueryRunner, Table, TableForeignKey } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

export class Access1730000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, key, text, reference, time, flag } = columnsFor(runner)
    const optional = { nullable: true }
    const person = toTable('person_id', 'people')
    const table = (name: string, columns: Table['columns'], foreignKeys: TableForeignKey[] = []) =>
      runner.createTable(
        new Table({
          name,
          columns,
          foreignKeys,
          indices: foreignKeys.map(({ columnNames }) => ({ columnNames })),
        }),
      )
    await table(
      'people',
      [
        id(),
        text('username', { unique: true }),
        text('display_name'),
        text('password_hash', optional),
        reference('organisation_id', optional),
        flag('is_active'),
        time('created_at'),
        text('folded'),
      ],
      [toTable('organisation_id', 'organisations')],
    )
    await table(
      'role_grants',
      [id(), reference('person_id'), text('role'), reference('organisation_id')],
      [person, toTable('organisation_id', 'organisations')],
    )
    await table(
      'sessions',
      [id(), reference('person_id'), time('created_at'), time('revoked_at', optional)],
      [person],
    )
    await table(
      'refresh_tokens',
      [key('hash'), reference('session_id'), time('expires_at'), time('used_at', optional)],
      [toTable('session_id', 'sessions')],
    )
    await table(
      'personal_tokens',
      [
        id(),
        reference('person_id'),
        text('name'),
        text('hash', { unique: true }),
        time('created_at'),
        time('last_used_at', optional),
        time('expires_at', optional),
        time('revoked_at', optional),
      ],
      [person],
    )
    await table(
      'one_time_secrets',
      [
        key('hash'),
        text('purpose'),
        reference('person_id', optional),
        text('challenge', optional),
        time('expires_at'),
        time('used_at', optional),
      ],
      [person],
    )
    await table('server_keys', [key('name'), text('value')])
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'server_keys',
      'one_time_secrets',
      'personal_tokens',
      'refresh_tokens',
      'sessions',
      'role_grants',
      'people',
    ])
      await runner.dropTable(name)
  }
}

const toTable = (column: string, table: string): TableForeignKey =>
  new TableForeignKey({ columnNames: [column], referencedTableName: table, referencedColumnNames: ['id'] })
