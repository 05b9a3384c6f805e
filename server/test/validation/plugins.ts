import { createHash } from 'node:crypto'
import type { PluginManifest, PluginPackage } from '@lienthong/protocol'
import type { TestPerson, TestServer } from '../start-server.ts'

/** A plugin of one rule, from the body of its `create`. */
export const pluginOf = (
  id: string,
  create: string,
  {
    version = '1.0.0',
    severity = 'warning',
    inputs = [],
    scope = 'unit',
  }: { version?: string; severity?: string; inputs?: string[]; scope?: 'unit' | 'document' } = {},
): PluginPackage => {
  const code = `
    const text = (vi, en) => ({ vi, en })
    export default { rules: { rule: {
      meta: {
        title: text('Quy tắc thử', 'A rule for tests'),
        docs: text('Cấm từ **xấu**. <script>alert(1)</script>', 'No **bad** words. <script>alert(1)</script>'),
        defaultSeverity: '${severity}', languages: ['json-schema', 'sql', 'markdown'], inputs: ${JSON.stringify(inputs)},
        messages: { found: text('Thấy {what}', 'Found {what}') },
      },
      scope: '${scope}',
      create: ctx => (${create}),
    } } }`
  return { manifest: manifestOf(id, version, code), code }
}

/** A plugin that loads, and has nothing to say. */
export const withoutRules = (id: string): PluginPackage => {
  const code = 'export default { rules: {} }'
  return { manifest: manifestOf(id, '1.0.0', code), code }
}

const manifestOf = (id: string, version: string, code: string): PluginManifest => ({
  id,
  version,
  apiVersion: 1,
  title: { vi: id, en: id },
  description: { vi: id, en: id },
  main: 'plugin.js',
  sha256: createHash('sha256').update(code).digest('hex'),
})

/** Has somebody else publish a version, then approves and installs it; the first refusal, or the answer to the installation. */
export const install = async (
  server: TestServer,
  { token }: TestPerson,
  body: PluginPackage,
  organisation = 'VN',
): Promise<Response> => {
  const { id, version } = body.manifest
  const author = await server.person({ name: 'Tác giả', roles: [['plugin-maintainer', 'VN']] })
  const published = await server.fetch(`/plugins/${id}/versions`, { token: author.token, body })
  if (!published.ok) return published
  const { state } = await published.json()
  const decision = { token, body: { state: 'approved' } }
  if (state === 'proposed') await server.fetch(`/plugins/${id}/versions/${version}/decision`, decision)
  return server.fetch(`/plugins/${id}/installations/${organisation}`, {
    token,
    method: 'PUT',
    body: { version },
  })
}

/** Marks every property without a description, and offers one. */
export const describedProperties = `{
  'schema.property'(node) {
    if (node.value.description) return
    ctx.report({ node, at: 'key', messageId: 'found', data: { what: String(node.key) },
      fixes: [{ kind: 'insertKey', key: 'description', value: '…', title: text('Thêm', 'Add') }] })
  }
}`
