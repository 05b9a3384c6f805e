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
  asked: {
    major: 'What has changed breaks version {{last}}: smaller steps are not possible.',
    minor: 'What has changed is more than words of version {{last}}: a correction is not enough.',
    patch: 'Only words differ from version {{last}}.',
    unknown: 'Nobody can say what breaks against version {{last}}: choose the step yourself.',
  },
  warning: 'A published version can be neither changed nor deleted.',
}
