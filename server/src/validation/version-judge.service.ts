import { type RuleSetting, type RuleSettings, RunnerGone } from '@lienthong/plugin-engine'
import { type DocumentSummary, type RuleLayer, settingsFrom, type VersionStep } from '@lienthong/protocol'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { OrganisationPaths } from '../registry/organisation-paths.service.ts'
import { RuleChoicesService } from '../rule-choices/rule-choices.service.ts'
import { type LoadedPlugin, RunnerHost } from '../runner/runner-host.service.ts'
import { VersionsService } from '../versions/versions.service.ts'

/** The rule set that compares with what is published, and its rule that says which part of the number has to go up. */
const plugin = 'compatibility'
const rule = `${plugin}/next-version`

/** Says what a text asks of the next version's number: what the rule set finds that is in use for the document, by its options there. */
@Injectable()
export class VersionJudge implements OnModuleInit {
  private count = 0

  constructor(
    private readonly versions: VersionsService,
    private readonly host: RunnerHost,
    private readonly choices: RuleChoicesService,
    private readonly paths: OrganisationPaths,
  ) {}

  onModuleInit(): void {
    this.versions.judgeBy((document, text, last) => this.stepFor(document, text, last))
  }

  private async stepFor(
    document: DocumentSummary,
    text: string,
    { number, text: published }: { readonly number: string; readonly text: string },
  ): Promise<VersionStep | null> {
    if (document.format === 'markdown') return 'patch'
    const [layers, organisationPath] = await Promise.all([
      this.choices.layersFor(document),
      this.paths.of(document),
    ])
    const checking = {
      ...{ documentId: `judged-${++this.count}`, revision: 1, format: document.format, text },
      ...{ layers, organisationPath, published: { revision: number, text: published } },
    }
    const ask = () => this.host.findingsOf(plugin, checking, loaded => onlyJudging(loaded, layers))
    // Where the runner ends, which may be another text's doing, the next one is asked.
    const result = await ask().catch(error => (error instanceof RunnerGone ? ask() : Promise.reject(error)))
    if (!result) return null
    const findings = result.units.flatMap(unit => unit.findings)
    if (findings.some(({ severity }) => severity === 'fault')) return null
    const said = findings.find(({ ruleId }) => ruleId === rule)?.messageId
    return steps.find(step => step === said) ?? 'patch'
  }
}

const steps = ['major', 'minor', 'patch'] as const

/** Its other rules say in the editor what breaks; here only the step is wanted, by the options that were chosen for it. */
const onlyJudging = ({ manifest, rules }: LoadedPlugin, layers: readonly RuleLayer[]): RuleSettings => {
  const chosen = settingsFrom(layers, [manifest])
  const settingOf = (id: string): RuleSetting => ({ ...chosen[id], severity: id === rule ? 'info' : 'off' })
  return Object.fromEntries(rules.map(({ id }) => [`${plugin}/${id}`, settingOf(`${plugin}/${id}`)]))
}
