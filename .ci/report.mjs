// Jest reporter: leaves the figures of a run under reports/, and says what a machine without services left out.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const reports = fileURLToPath(new URL('../reports', import.meta.url))

export default class Report {
  constructor(_config, { name }) {
    this.name = name
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests }) {
    const failed = numFailedTests + numRuntimeErrorTestSuites
    mkdirSync(reports, { recursive: true })
    writeFileSync(
      join(reports, `${this.name}.json`),
      `${JSON.stringify({ passed: numPassedTests, failed, skipped: numPendingTests })}\n`,
    )
    const missing = ['LIENTHONG_TEST_DATABASE_URL', 'LIENTHONG_TEST_REDIS_URL'].filter(v => !process.env[v])
    if (missing.length > 0)
      process.stderr.write(`\nLeft out: the tests that need a service (not set: ${missing.join(', ')}).\n`)
  }
}
