import type { viVersions } from './vi-versions.ts'

export const enVersions: typeof viVersions = {
  title: 'Published versions',
  lead: 'Text that never changes, for others to build on, with its number and SHA-256.',
  none: 'Nothing of this document has been published yet.',
  publish: 'Publish',
  publishing: 'Publish a version',
  number: 'Number',
  step: { major: 'Breaks what was', minor: 'Adds, compatible', patch: 'Small correction' },
  note: 'Note (optional)',
  published: 'Version {{number}} is published.',
  by: '{{name}}, {{at}}, state {{seq}}',
  warning: 'A published version can be neither changed nor deleted.',
}
