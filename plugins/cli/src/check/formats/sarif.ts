import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RuleSummary, Severity } from '@lienthong/plugin-engine'
import type { PlacedFinding } from '@lienthong/plugin-engine/testing'
import type { ArtifactLocation, Fix, Log, Region, ReportingDescriptor, Result } from 'sarif'
import type { Io } from '../../io.ts'
import { version } from '../../version.ts'
import type { SourceFile } from '../files.ts'
import { Lines } from '../place.ts'
import type { CheckReport } from '../report.ts'

const levels = { fault: 'error', error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const

/**
 * SARIF 2.1.0 (OASIS) in the person's language: regions in UTF-16 units, files relative to where the command ran, quick
 * fixes as replacements, the rules that found something with their documentation. No time, and an absolute path only of
 * files that are not below there.
 */
export function sarif({ files, rules }: CheckReport, { speech, cwd }: Io): string {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)))].sort()
  const results = files.flatMap(({ file, findings }) => {
    const places = new Places(file, cwd)
    return findings.map(
      (finding): Result => ({
        ruleId: finding.ruleId,
        ruleIndex: ids.indexOf(finding.ruleId),
        level: levels[finding.severity],
        message: { text: finding.message[speech.lang] },
        locations: [places.location(finding)],
        partialFingerprints: { 'lienthong/v1': finding.fingerprint },
        ...(finding.fixes.length > 0
          ? { fixes: finding.fixes.map(fix => places.fix(fix, fix.title[speech.lang])) }
          : {}),
      }),
    )
  })
  const isWhole = files.every(({ findings }) => findings.every(({ severity }) => severity !== 'fault'))
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lienthong',
            version,
            rules: ids.map(id => descriptorOf(id, rules.get(id), speech.lang)),
          },
        },
        language: speech.lang,
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: isWhole }],
        results,
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}

/** Where things are in one file, in SARIF's terms. */
class Places {
  private readonly lines: Lines
  private readonly artifactLocation: ArtifactLocation

  constructor({ path, text }: SourceFile, cwd: string) {
    this.lines = new Lines(text)
    this.artifactLocation = path.startsWith('../')
      ? { uri: pathToFileURL(resolve(cwd, path)).href }
      : { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
  }

  location(range: { start: number; end: number }) {
    return { physicalLocation: { artifactLocation: this.artifactLocation, region: this.region(range) } }
  }

  fix({ edits }: PlacedFinding['fixes'][number], title: string): Fix {
    const replacements = edits.map(edit => ({
      deletedRegion: this.region(edit),
      insertedContent: { text: edit.text },
    }))
    return {
      description: { text: title },
      artifactChanges: [{ artifactLocation: this.artifactLocation, replacements }],
    }
  }

  /** SARIF's end column is that of the character after the region, as ours is. */
  private region({ start, end }: { start: number; end: number }): Region {
    const from = this.lines.placeOf(start)
    const to = this.lines.placeOf(end)
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
  }
}

/** A finding of no rule, such as a plugin's fault, has an id and nothing else. */
function descriptorOf(id: string, rule: RuleSummary | undefined, lang: 'vi' | 'en'): ReportingDescriptor {
  if (!rule) return { id }
  const severity: Severity = rule.defaultSeverity
  return {
    id,
    shortDescription: { text: rule.title[lang] },
    help: { text: rule.docs[lang], markdown: rule.docs[lang] },
    defaultConfiguration: { level: levels[severity] },
  }
}
