const packageJson = (name: string): string => `{
  "name": "${name}",
  "version": "0.1.0",
  "private": true,
  "type": "module",
  "scripts": {
    "test": "lienthong plugin test",
    "pack": "lienthong plugin pack",
    "publish-plugin": "lienthong plugin publish"
  },
  "devDependencies": {
    "@lienthong/plugin-sdk": "^0.1.0",
    "lienthong": "^0.1.0"
  }
}
`

const pluginJson = (name: string): string => `{
  "id": "${name}",
  "version": "0.1.0",
  "apiVersion": 1,
  "title": { "vi": "${name}", "en": "${name}" },
  "description": {
    "vi": "Quy tắc của chúng tôi.",
    "en": "Our own rules."
  }
}
`

const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2022"],
    "module": "nodenext",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "allowImportingTsExtensions": true,
    "customConditions": ["source"],
    "types": []
  },
  "include": ["src"]
}
`

const index = `import { definePlugin } from '@lienthong/plugin-sdk'
import { describedFields } from './described-fields.ts'

export default definePlugin({
  rules: {
    'described-fields': describedFields,
  },
})
`

const rule = `import { defineRule } from '@lienthong/plugin-sdk'

/** Every property and every column says what it holds. One rule for JSON Schema and SQL. */
export const describedFields = defineRule({
  meta: {
    title: { vi: 'Trường có mô tả', en: 'Fields are described' },
    docs: {
      vi: 'Mỗi trường cần một mô tả để nơi khác hiểu đúng dữ liệu.\\n\\nĐúng: \`hoTen: { type: string, description: Họ và tên }\`',
      en: 'Every field needs a description, so that others read the data as it is meant.\\n\\nRight: \`hoTen: { type: string, description: Full name }\`',
    },
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    messages: {
      missing: { vi: 'Trường "{name}" chưa có mô tả', en: 'The field "{name}" has no description' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      const { name, description } = node.value
      if (!description) ctx.report({ node, at: 'key', messageId: 'missing', data: { name } })
    },
  }),
})
`

const cases = `import { defineCases } from '@lienthong/plugin-sdk'

/** By rule. A finding names its message and the text that it marks. */
export default {
  'described-fields': defineCases({
    valid: [
      \`type: object
properties:
  hoTen: { type: string, description: Họ và tên }
\`,
    ],
    invalid: [
      {
        name: 'a property without a description',
        text: \`type: object
properties:
  hoTen: { type: string }
\`,
        findings: [{ messageId: 'missing', marked: 'hoTen' }],
      },
      {
        name: 'a column without a comment',
        format: 'sql',
        text: 'create table cong_dan (so_dinh_danh char(12) primary key);',
        findings: [{ messageId: 'missing', marked: 'so_dinh_danh' }],
      },
    ],
  }),
}
`

const readme = (name: string): string => `# ${name}

A plugin for Liên Thông.

| | |
|---|---|
| \`npx lienthong plugin test\` | runs \`src/*.cases.ts\` in the real sandbox |
| \`npx lienthong plugin dev --file file.yaml\` | shows what it finds there, after every change |
| \`npx lienthong check --plugin . file.yaml\` | runs it on your files |
| \`npx lienthong plugin publish --server https://… --token ltp_…\` | sends it to a server, where somebody else approves it |

A rule is a file in \`src/\`; \`src/index.ts\` lists them; the cases beside it say what it must find.
`

/** The files of a new plugin, by path. */
export const templateFor = (name: string): Readonly<Record<string, string>> => ({
  'package.json': packageJson(name),
  'plugin.json': pluginJson(name),
  'tsconfig.json': tsconfig,
  'README.md': readme(name),
  '.gitignore': 'node_modules/\ndist/\n',
  'src/index.ts': index,
  'src/described-fields.ts': rule,
  'src/described-fields.cases.ts': cases,
})
