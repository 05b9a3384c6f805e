import type { viRuleChoices } from './vi-rule-choices.ts'

export const enRuleChoices: typeof viRuleChoices = {
  title: 'Rules that apply',
  titleCountry: 'Rules that apply in the whole country',
  leadDatabase: 'What is chosen here goes before what the owner and the whole country have chosen.',
  leadCountry: 'Holds for every document, unless an organisation or a database has chosen otherwise.',
  none: 'Nothing is chosen here.',
  set: 'Set of levels',
  sets: { inherited: 'As above', recommended: 'Recommended', strict: 'Strict' },
  rule: 'Rule',
  level: 'Level',
  off: 'Off',
  declared: 'Default level',
  overrides: 'Besides, {{overrides}} choices by path, made through the API.',
  changed: 'Last changed by {{name}}, {{at}}',
  edit: 'Choose rules',
  add: 'Add a rule',
  remove: 'Remove',
  saved: 'Saved; it holds in open documents at once.',
}
