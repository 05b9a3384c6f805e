import { InstalledPlugin, type PluginPackage, PluginVersion } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { createDatabase, createDocument, stage } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { answered } from '../json.ts'
import { type DatabaseKind, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { pluginOf } from '../validation/plugins.ts'

/** Says one thing of every property. */
export const saying = (id: string, what: string, version = '1.0.0'): PluginPackage =>
  pluginOf(
    id,
    `{ 'schema.property'(node) { ctx.report({ node, messageId: 'found', data: { what: '${what}' } }) } }`,
    { version },
  )

/** A schema of one property. */
export const schema = 'properties:\n  tên: { type: string }\n'

/** A server with two databases of two ministries, an author of plugins, and those who decide on and install them. */
export const openRegistry = async (database: DatabaseKind) => {
  const server = await startServer({ database })
  const { steward, an } = await stage(server)
  await createDatabase(server, steward, { code: 'ho-tich', owner: 'BTP' })
  const people = {
    author: an,
    admin: await server.person({ name: 'Quản trị', roles: [['administrator', 'VN']] }),
    reviewer: await server.person({ name: 'Phê duyệt', roles: [['plugin-maintainer', 'VN']] }),
    /** Maintains plugins for one ministry. */
    ministry: await server.person({ name: 'Bộ Tư pháp', roles: [['plugin-maintainer', 'BTP']] }),
  }
  return { server, ...people, ...callsOf(server, people), ...documentsOf(server, an) }
}

const callsOf = (
  server: TestServer,
  { author, admin, reviewer }: Record<'author' | 'admin' | 'reviewer', TestPerson>,
) => ({
  send: (body: PluginPackage, { token } = author) =>
    server.fetch(`/plugins/${body.manifest.id}/versions`, { token, body }),
  decide: (id: string, version: string, state: string, { token } = reviewer) =>
    server.fetch(`/plugins/${id}/versions/${version}/decision`, { token, body: { state, note: ' vì thử ' } }),
  put: (id: string, version: string, organisation = 'VN', { token } = admin) =>
    server.fetch(`/plugins/${id}/installations/${organisation}`, { token, method: 'PUT', body: { version } }),
  remove: (id: string, organisation = 'VN', { token } = admin) =>
    server.fetch(`/plugins/${id}/installations/${organisation}`, { token, method: 'DELETE' }),
  versionsOf: async (id: string) =>
    answered(await server.fetch(`/plugins/${id}/versions`, author), z.array(PluginVersion)),
  inUse: async (id: string) => {
    const plugins = await answered(await server.fetch('/plugins', author), z.array(InstalledPlugin))
    return plugins.filter(({ manifest }) => manifest.id === id)
  },
  /** What the ledger says was done to a plugin, newest first. */
  actionsOn: async (id: string): Promise<string[]> => {
    const { items } = await (await server.fetch('/ledger?limit=200', admin)).json()
    return items.flatMap((entry: { subjectId: string; action: string }) =>
      entry.subjectId === id ? entry.action : [],
    )
  },
})

let count = 0

const documentsOf = (server: TestServer, author: TestPerson) => ({
  /** Joins a new document of BCA. */
  open: async (text = schema) => {
    const { id } = await createDocument(server, author, { format: 'json-schema-yaml', text })
    return (await Editor.connect(server, author)).join(id)
  },
  /** Joins a new document of BTP. */
  openInHoTich: async (text = schema) => {
    const editor = await server.person({ roles: [['editor', 'BTP']] })
    const body = { path: `s${++count}.yaml`, title: 'Hộ tịch', format: 'json-schema-yaml', text }
    const created = await server.fetch('/databases/ho-tich/documents', { token: editor.token, body })
    return (await Editor.connect(server, editor)).join((await created.json()).id)
  },
})

/** What {@link openRegistry} opens. */
export type Registry = Awaited<ReturnType<typeof openRegistry>>
