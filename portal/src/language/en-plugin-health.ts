import type { viPluginHealth } from './vi-plugin-health.ts'

export const enPluginHealth: typeof viPluginHealth = {
  title: 'Health and cost',
  lead: 'Measured at the server that answers only, since the version was loaded there: of several servers each tells its own figures. Findings are those in open documents.',
  runs: 'Runs',
  total: 'Time in all',
  p95: '95% of the runs took at most',
  memory: 'Most memory',
  findings: 'Findings',
  faults: 'Failures',
  seconds: '{{seconds}} s',
  milliseconds: '{{ms}} ms',
  megabytes: '{{mb}} MB ({{most}} MB at most)',
  inDocuments: '{{findings}} in {{documents}} open documents',
  lastFault: 'the last one {{at}}: {{reason}}',
  lastRule: 'while running the rule',
}
