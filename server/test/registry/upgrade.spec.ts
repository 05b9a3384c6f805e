import { PluginVersion } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import * as z from 'zod/mini'
import { createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { answered } from '../json.ts'
import { databases, startServer } from '../start-server.ts'
import { until } from '../until.ts'
import { current } from '../validation/findings.ts'
import { install } from '../validation/plugins.ts'
import { saying, schema } from './stage.ts'

describe.each(databases)('a registry from before on %s', database => {
  it('[RG9] keeps what ran running, for the whole country', async () => {
    const server = await startServer({ database })
    const { an } = await stage(server)
    const admin = await server.person({ roles: [['administrator', 'VN']] })
    const manager = () => server.app.get(EntityManager)
    await install(server, admin, saying('former', 'cũ'))
    await install(server, admin, saying('former', 'mới', '2.0.0'))
    const quarantine = `INSERT INTO plugin_quarantines VALUES ('former', 'other', 'threw: thử', '2025-07-01T00:00:00.000Z')`
    await manager().query(quarantine)
    const ran = () => manager().query("SELECT 1 FROM lienthong_migrations WHERE name LIKE 'Registry%'")
    while ((await ran()).length > 0) await manager().connection.undoLastMigration()
    const before = await manager().query(
      'SELECT version, installed_at, is_active FROM plugin_versions ORDER BY version',
    )
    expect(before.map(({ is_active: isActive }: { is_active: unknown }) => Boolean(isActive))).toEqual([
      false,
      true,
    ])
    await server.restart()
    const versions = await answered(
      await server.fetch('/plugins/former/versions', an),
      z.array(PluginVersion),
    )
    expect(versions).toMatchObject([
      {
        manifest: { version: '2.0.0' },
        state: 'approved',
        installations: [{ organisationCode: 'VN', by: null }],
      },
      { manifest: { version: '1.0.0' }, state: 'approved', uploadedBy: null, rules: null, installations: [] },
    ])
    expect(versions.map(({ uploadedAt }) => uploadedAt)).toEqual(
      before.map((row: { installed_at: string }) => row.installed_at).reverse(),
    )
    expect(await manager().query('SELECT plugin_id, reason FROM plugin_quarantines')).toEqual([
      { plugin_id: 'former', reason: 'threw' },
    ])
    const { id } = await createDocument(server, an, { format: 'json-schema-yaml', text: schema })
    const editor = await (await Editor.connect(server, an)).join(id)
    await until('its findings', () => current(editor).some(({ message }) => message.vi === 'Thấy mới'))
  }, 60_000)
})
