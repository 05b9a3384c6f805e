import type { Action } from '@lienthong/protocol'
import { l10n } from 'vscode'

/** What a right is missing for, as a verb of the sentence. */
export const nameOfAction = (action: string): string => {
  const names: Record<Action | 'token:create', string> = {
    'inventory:read': l10n.t('read the inventory'),
    'inventory:change': l10n.t('change the inventory'),
    'directive:read': l10n.t('read directives'),
    'directive:change': l10n.t('change directives'),
    'organisation:change': l10n.t('change organisations'),
    'document:read': l10n.t('read documents'),
    'document:edit': l10n.t('edit documents'),
    'document:create': l10n.t('create documents'),
    'document:publish': l10n.t('publish documents'),
    'comment:write': l10n.t('comment'),
    'review:approve': l10n.t('approve'),
    'plugin:publish': l10n.t('publish plugins'),
    'plugin:install': l10n.t('install plugins'),
    'person:manage': l10n.t('manage people'),
    'ledger:read': l10n.t('read the ledger'),
    'token:create': l10n.t('make personal tokens'),
  }
  return nameIn(names, action)
}

/** What there is none of. */
export const nameOfKind = (kind: string): string =>
  nameIn(
    {
      address: l10n.t('address'),
      database: l10n.t('database'),
      directive: l10n.t('directive'),
      grant: l10n.t('grant of a role'),
      indicator: l10n.t('indicator'),
      'inventory-list': l10n.t('inventory list'),
      organisation: l10n.t('organisation'),
      person: l10n.t('person'),
      provision: l10n.t('provision'),
      rule: l10n.t('rule'),
      session: l10n.t('session'),
      task: l10n.t('task'),
      token: l10n.t('personal token'),
      version: l10n.t('published version'),
      waiver: l10n.t('waiver'),
    },
    kind,
  )

/** How sure the editors of the inventory are, weakest first: a statement of several parts is judged by its weakest. */
export const nameOfConfidence = (confidence: string): string => {
  const names: Record<string, string> = {
    'negative-finding': l10n.t('looked for, not found'),
    'unverified-low': l10n.t('unverified, doubtful'),
    'unverified-medium': l10n.t('unverified, possible'),
    'unverified-high': l10n.t('unverified, likely'),
    'third-party-copy-of-official-text': l10n.t('copy of an official text'),
    'third-party': l10n.t('quoted by others'),
    secondary: l10n.t('secondary source'),
    low: l10n.t('low'),
  }
  const weakest = Object.keys(names).find(name => confidence.includes(name))
  return weakest === undefined ? confidence : nameIn(names, weakest)
}

/** A newer server may know more: then its own word is better than none. */
const nameIn = (names: Record<string, string>, code: string): string =>
  (Object.hasOwn(names, code) && names[code]) || code
