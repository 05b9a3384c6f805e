// The closing line of a run: the sum of the reports that the runners left. Fails when a runner left none, nothing ran, or a test was left out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const reports = fileURLToPath(new URL('../reports', import.meta.url))
const sum = { passed: 0, failed: 0 }
for (const runner of ['unit', 'e2e']) {
  const { passed, failed, skipped } = readReport(runner)
  if (skipped > 0)
    process.stderr.write(
      `The runner "${runner}" left out ${skipped} tests: something is missing on this machine.\n`,
    )
  sum.passed += passed
  sum.failed += failed + skipped
}
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)

function readReport(runner) {
  try {
    return JSON.parse(readFileSync(join(reports, `${runner}.json`), 'utf8'))
  } catch {
    process.stderr.write(`The runner "${runner}" left no report.\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
