import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { ddlRules } from './rules/ddl-rules.ts'
import { nextVersion } from './rules/next-version.ts'
import { schemaRules } from './rules/schema-rules.ts'

/** What breaks against the published version, with a record that shows it. */
const plugin: Plugin = definePlugin({ rules: { ...schemaRules, ...ddlRules, 'next-version': nextVersion } })

export default plugin
