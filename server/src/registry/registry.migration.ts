import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { columnsFor } from '../database/columns.ts'

/**
 * Versions are decided on before they are installed, and installed for an organisation. What ran until now goes on: it counts as
 * approved, and as installed for the whole country. SQL that SQLite and PostgreSQL both know, for SQLite must not copy the code.
 */
export class Registry1730000003600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of [...decision, "state text NOT NULL DEFAULT 'approved'"])
      await runner.query(`ALTER TABLE plugin_versions ADD COLUMN ${column}`)
    await runner.query('ALTER TABLE plugin_versions RENAME COLUMN installed_at TO uploaded_at')
    await runner.createTable(installations(runner))
    await runner.createTable(deprecations(runner))
    await runner.query(`INSERT INTO plugin_installations (plugin_id, organisation_id, version, installed_at)
      SELECT plugin_id, ${root}, version, uploaded_at FROM plugin_versions WHERE is_active`)
    await runner.query('ALTER TABLE plugin_versions DROP COLUMN is_active')
    await rebuildQuarantines(runner, ['plugin_id', 'sha256'])
  }

  async down(runner: QueryRunner): Promise<void> {
    await rebuildQuarantines(runner, ['plugin_id'])
    await runner.query('ALTER TABLE plugin_versions ADD COLUMN is_active boolean NOT NULL DEFAULT false')
    await runner.query(`UPDATE plugin_versions SET is_active = true WHERE key IN (
      SELECT plugin_id || '@' || version FROM plugin_installations WHERE organisation_id = ${root})`)
    await runner.dropTable('plugin_deprecations')
    await runner.dropTable('plugin_installations')
    await runner.query('ALTER TABLE plugin_versions RENAME COLUMN uploaded_at TO installed_at')
    for (const column of [...decision, 'state'])
      await runner.query(`ALTER TABLE plugin_versions DROP COLUMN ${column.split(' ')[0]}`)
  }
}

const root = "(SELECT id FROM organisations WHERE code = 'VN')"

const decision = [
  'rules text',
  'uploaded_by varchar(36)',
  'uploader_name text',
  'decided_at varchar(24)',
  'decided_by varchar(36)',
  'decider_name text',
  'note text',
]

const installations = (runner: QueryRunner): Table => {
  const { key, reference, text, time } = columnsFor(runner)
  return new Table({
    name: 'plugin_installations',
    columns: [
      key('plugin_id'),
      key('organisation_id'),
      text('version'),
      time('installed_at'),
      reference('installed_by', { nullable: true }),
      text('installer_name', { nullable: true }),
    ],
    foreignKeys: [
      {
        columnNames: ['organisation_id'],
        referencedTableName: 'organisations',
        referencedColumnNames: ['id'],
      },
    ],
  })
}

const deprecations = (runner: QueryRunner): Table => {
  const { key, reference, text, time } = columnsFor(runner)
  return new Table({
    name: 'plugin_deprecations',
    columns: [
      key('plugin_id'),
      key('version'),
      text('reason'),
      text('successor', { nullable: true }),
      time('deprecated_at'),
      reference('deprecated_by'),
      text('deprecator_name'),
    ],
  })
}

/** Two versions of a plugin may run beside each other, and each may fail. */
const rebuildQuarantines = async (runner: QueryRunner, keys: readonly string[]): Promise<void> => {
  const { key, text, time } = columnsFor(runner)
  const column = (name: string) => (keys.includes(name) ? key(name) : text(name))
  await runner.query('ALTER TABLE plugin_quarantines RENAME TO plugin_quarantines_before')
  await runner.createTable(
    new Table({
      name: 'plugin_quarantines',
      columns: [column('plugin_id'), column('sha256'), text('reason'), time('since')],
    }),
  )
  await runner.query(`INSERT INTO plugin_quarantines SELECT * FROM plugin_quarantines_before
    WHERE since = (SELECT MAX(since) FROM plugin_quarantines_before AS other
      WHERE ${keys.map(name => `other.${name} = plugin_quarantines_before.${name}`).join(' AND ')})`)
  await runner.query('DROP TABLE plugin_quarantines_before')
}
