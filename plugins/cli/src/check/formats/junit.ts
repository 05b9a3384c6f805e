import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import type { Io } from '../../io.ts'
import { Lines } from '../place.ts'
import type { CheckReport } from '../report.ts'
import { isAtLeast } from '../severity.ts'

/**
 * JUnit XML as Jenkins and GitLab read it: a suite for each file, a case for each finding, one that passes for a file
 * without any. What is as grave as `--fail-on` is a failure, a plugin that failed is an error, the rest is told in a case
 * that passes. There are no times and no host names: the same files give the same report.
 */
export async function junit({ files, failOn }: CheckReport, { speech }: Io): Promise<string> {
  const suites = files.map(({ file, findings }) => {
    const lines = new Lines(file.text)
    const cases = findings.map(finding => caseOf(finding))
    return {
      '@name': file.path,
      ...countsOf(findings),
      testcase: cases.length > 0 ? cases : [{ '@classname': file.path, '@name': 'lienthong' }],
    }

    function caseOf({ start, severity, ruleId, message }: PlacedFinding) {
      const { line, column } = lines.placeOf(start)
      const text = message[speech.lang]
      const told = `${file.path}:${line}:${column} ${severity} ${text}`
      const outcome = { '@type': severity, '@message': text, '#': told }
      return {
        '@classname': file.path,
        '@name': `${ruleId} ${line}:${column}`,
        '@file': file.path,
        '@line': line,
        ...(severity === 'fault'
          ? { error: outcome }
          : isAtLeast(severity, failOn)
            ? { failure: outcome }
            : { 'system-out': told }),
      }
    }
  })
  const all = countsOf(files.flatMap(({ findings }) => findings))
  const tests = suites.reduce((sum, suite) => sum + suite['@tests'], 0)
  const document = { testsuites: { '@name': 'lienthong', ...all, '@tests': tests, testsuite: suites } }
  // Loaded when needed: few reports are XML.
  const { create } = await import('xmlbuilder2')
  // A document may hold characters that XML cannot say at all, such as U+0000.
  const root = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' }, document)
  return root.end({ prettyPrint: true })

  function countsOf(findings: readonly PlacedFinding[]) {
    const errors = findings.filter(({ severity }) => severity === 'fault').length
    const failures = findings.filter(({ severity }) => isAtLeast(severity, failOn)).length - errors
    return { '@tests': Math.max(1, findings.length), '@failures': failures, '@errors': errors }
  }
}
