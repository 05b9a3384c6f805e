import * as z from 'zod/mini'

/** Roles are granted on an organisation and hold for its whole subtree. Nobody has any right without a grant. */
export const Role = z.enum([
  'viewer',
  'editor',
  'reviewer',
  'approver',
  'steward',
  'plugin-maintainer',
  'administrator',
])
export type Role = z.infer<typeof Role>

/** Every action that a right can allow, `noun:verb`. */
export const Action = z.enum([
  'inventory:read',
  'inventory:change',
  'directive:read',
  'directive:change',
  'organisation:change',
  'document:read',
  'document:edit',
  'document:create',
  'document:publish',
  'comment:write',
  'review:approve',
  'plugin:publish',
  'plugin:install',
  'person:manage',
  'ledger:read',
])
export type Action = z.infer<typeof Action>

const reading: Action[] = ['inventory:read', 'directive:read', 'document:read']
const stewarding: Action[] = [
  ...reading,
  'comment:write',
  'document:edit',
  'document:create',
  'document:publish',
  'inventory:change',
  'directive:change',
  'plugin:publish',
  'ledger:read',
]

/** What each role may do on its subtree. Default deny: an action that is not listed is refused. */
export const actionsOf: Readonly<Record<Role, readonly Action[]>> = {
  viewer: reading,
  editor: [...reading, 'comment:write', 'document:edit', 'document:create', 'plugin:publish'],
  reviewer: [...reading, 'comment:write'],
  approver: [...reading, 'comment:write', 'review:approve'],
  steward: stewarding,
  'plugin-maintainer': [...reading, 'plugin:publish', 'plugin:install'],
  administrator: Action.options,
}
