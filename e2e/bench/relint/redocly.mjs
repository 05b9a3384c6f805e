// Lints an OpenAPI file with Redocly's recommended rules, several times in one process, and prints how long each run took.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, file, times] = process.argv.slice(2)
const require = createRequire(join(folder, 'package.json'))
const { createConfig, lintFromString } = await import(
  pathToFileURL(require.resolve('@redocly/openapi-core')).href
)

const source = readFileSync(file, 'utf8')
const config = await createConfig({ extends: ['recommended'] })
const ms = []
const byRule = {}
for (let run = 0; run < Number(times); run++) {
  const startedAt = performance.now()
  const results = await lintFromString({ source, absoluteRef: file, config })
  ms.push(performance.now() - startedAt)
  if (run === 0) for (const { ruleId } of results) byRule[ruleId] = (byRule[ruleId] ?? 0) + 1
}
process.stdout.write(JSON.stringify({ ms, byRule }))
