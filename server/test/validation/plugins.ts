import { createHash } from 'node:crypto'
import type { InstallPlugin, PluginManifest } from '@lienthong/protocol'

/** A plugin of one rule, from the body of its `create`. */
export const pluginOf = (
  id: string,
  create: string,
  { version = '1.0.0', severity = 'warning' }: { version?: string; severity?: string } = {},
): InstallPlugin => {
  const code = `
    const text = (vi, en) => ({ vi, en })
    export default { rules: { rule: {
      meta: {
        title: text('Quy tắc thử', 'A rule for tests'),
        docs: text('Cấm từ **xấu**. <script>alert(1)</script>', 'No **bad** words. <script>alert(1)</script>'),
        defaultSeverity: '${severity}', languages: ['json-schema', 'sql', 'markdown'],
        messages: { found: text('Thấy {what}', 'Found {what}') },
      },
      scope: 'unit',
      create: ctx => (${create}),
    } } }`
  return { manifest: manifestOf(id, version, code), code }
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

/** Marks every property without a description, and offers one. */
export const describedProperties = `{
  'schema.property'(node) {
    if (node.value.description) return
    ctx.report({ node, at: 'key', messageId: 'found', data: { what: String(node.key) },
      fixes: [{ kind: 'insertKey', key: 'description', value: '…', title: text('Thêm', 'Add') }] })
  }
}`
