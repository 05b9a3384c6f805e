import type { viRehearsal } from './vi-rehearsal.ts'

export const enRehearsal: typeof viRehearsal = {
  title: 'Rehearsal',
  lead: 'See what this version would find in the documents that you may read, against the version that runs there now. Nothing of it shows in documents, and nobody who writes is held up.',
  start: 'Rehearse',
  stop: 'Stop',
  withPublished: 'Published versions, too',
  progress: 'Progress of the rehearsal',
  sum: 'Looked at {{looked}} of {{total}} documents ({{texts}} texts): {{changed}} texts change, {{new}} new findings ({{errors}} errors), {{gone}} gone, failed on {{failed}} texts.',
  notLooked: 'Not looked at: {{texts}} texts, and {{documents}} documents not to the end.',
  unlooked: {
    time: 'Not looked at: this text alone takes longer than an answer may.',
    unavailable: 'Not looked at: the server cannot read this text.',
  },
  counts: '{{new}} new findings ({{errors}} errors), {{gone}} gone, {{unchanged}} unchanged.',
  replaces: '{{version}} runs there now.',
  published: 'Version {{number}}',
  change: { new: 'New', gone: 'Gone' },
}
