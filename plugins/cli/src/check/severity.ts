import type { Severity } from '@lienthong/plugin-engine'

/** What `--fail-on` may name, from the gravest. */
export const severities = ['error', 'warning', 'info', 'hint'] as const

/** Whether a finding is at least as grave as the limit. A plugin that failed is graver than anything: what it would have found is not known. */
export const isAtLeast = (severity: Severity, limit: (typeof severities)[number]): boolean =>
  severity === 'fault' || severities.indexOf(severity) <= severities.indexOf(limit)
