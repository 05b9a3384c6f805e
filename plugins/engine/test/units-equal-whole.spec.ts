import type { Format } from '@lienthong/plugin-sdk'
import type { Runner } from '../src/runner/runner.ts'
import { Client } from './client.ts'
import { lookers } from './looking-rules.ts'
import { edited, randomFrom } from './random.ts'
import { everything } from './rules.ts'
import { runnerWith } from './runners.ts'

/** How many seeds of each sample, by `LIENTHONG_FUZZ_SEEDS` where somebody has the time. */
const seedsOf = (usual: number): number => Number(process.env.LIENTHONG_FUZZ_SEEDS ?? usual)

interface Sample {
  readonly format: Format
  readonly text: string
  readonly seeds: number
  readonly from: number
}

const yaml: Sample = { format: 'json-schema-yaml', text: yamlSample(), seeds: seedsOf(3), from: 1 }
const json: Sample = { format: 'json-schema-json', text: jsonSample(), seeds: seedsOf(2), from: 4 }
const sql: Sample = { format: 'sql', text: sqlSample(), seeds: seedsOf(2), from: 6 }
const markdown: Sample = { format: 'markdown', text: markdownSample(), seeds: seedsOf(2), from: 8 }

/** Runs the edits through a runner with the plugins. */
const compare = (
  plugins: Readonly<Record<string, string>>,
  samples: Readonly<Record<string, Sample>>,
  steps: number,
): void => {
  let runner: Runner

  beforeAll(async () => {
    runner = await runnerWith(plugins)
  })

  for (const [name, { format, text, seeds, from }] of Object.entries(samples)) {
    it.each(Array.from({ length: seeds }, (_, at) => from + at))(
      `finds in ${name} what a fresh check finds, after each of ${steps} random edits (seed %i)`,
      async seed => {
        const next = randomFrom(seed)
        const client = new Client()
        let current = text
        let compared = 0
        let readable = text
        for (let revision = 1; revision <= steps; revision++) {
          client.take(await runner.check({ documentId: `${name}-${seed}`, revision, format, text: current }))
          const fresh = new Client()
          const documentId = `${name}-${seed}-${revision}`
          fresh.take(await runner.check({ documentId, revision, format, text: current }))
          await runner.close(documentId)
          if (!fresh.isBroken && !client.isBroken) {
            expect({ seed, revision, current, found: client.placed(current) }).toEqual({
              seed,
              revision,
              current,
              found: fresh.placed(current),
            })
            compared++
            readable = current
          }
          current = edited(readable !== current && next() < 0.7 ? readable : current, next)
        }
        expect(compared).toBeGreaterThan(steps / 8)
      },
    )
  }
}

describe('[V6] checking what changed', () => compare({ everything }, { yaml, json, sql, markdown }, 80))

describe('[V39] checking what looks at other units', () => {
  // Each of many plugins takes its time to start.
  const fewer = { seeds: seedsOf(1) }
  // What cannot be read is told by the first.
  compare({ everything, ...lookers }, { yaml: { ...yaml, ...fewer }, json: { ...json, ...fewer } }, 40)
})

function yamlSample(): string {
  const definition = (name: string, ref: string) =>
    `  ${name}:\n    type: object\n    title: ${name}\n    properties:\n      # lienthong-disable-next-line everything/model -- vì thế\n      id: { type: string }\n      code: { $ref: '#/$defs/Code' }\n      other:\n        $ref: '#/$defs/${ref}'\n    required: [id]\n${name === 'Ward' ? '    $anchor: neo\n' : ''}`
  const names = ['Person', 'Address', 'Ward', 'Province', 'Office', 'Card']
  const code = `  Code:\n    type: string\n    title: Person\n    description: Dữ liệu cá nhân cơ bản\n`
  const definitions = names.map((name, index) => definition(name, names[(index + 1) % names.length] ?? ''))
  return `title: Mẫu\ntype: object\nproperties:\n  a: { $ref: '#/$defs/Person' }\n  b: { type: string }\n  c: { $ref: '#neo' }\n$defs:\n${code}${definitions.join('')}required: [a]\n`
}

function jsonSample(): string {
  const names = ['Person', 'Address', 'Ward', 'Province']
  const definitions = names.map((name, index) => [
    name,
    {
      type: 'object',
      properties: { id: { type: 'string' }, other: { $ref: `#/$defs/${names[(index + 1) % 4]}` } },
    },
  ])
  return JSON.stringify(
    { title: 'Mẫu', $defs: Object.fromEntries(definitions), properties: { a: { $ref: '#/$defs/Person' } } },
    null,
    2,
  )
}

function sqlSample(): string {
  const table = (name: string) =>
    `create table ${name} (\n  -- lienthong-disable-next-line everything/model, everything/nodes -- vì thế\n  id bigint primary key,\n  tên varchar(20) not null,\n  loại kind,\n  parent bigint references person (id)\n);\ncomment on column ${name}.tên is 'Tên của ${name}';\n`
  return `create type kind as enum ('a', 'b');\n${['person', 'ward', 'office'].map(table).join('')}alter table ward add column mã char(5);\ncreate view v as\nselect id from person join ward using (id);\n`
}

function markdownSample(): string {
  const section = (title: string, index: number) =>
    `## ${title}\n\n<!-- lienthong-disable-next-line everything/nodes -- vì thế -->\n\n- **YC-00${index}** Hệ thống phải lưu [${title}](#${title}).\n\n\`\`\`sql\n# không\nselect 1\n\`\`\`\n\n[x]: ./x.md\n\nXem [x].\n\n`
  return `# Đặc tả\n\nMở đầu.\n\n${['Người', 'Nhà', 'Xã', 'Tỉnh'].map(section).join('')}`
}
