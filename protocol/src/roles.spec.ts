import { Action, actionsOf, Role } from './roles.ts'

describe('roles', () => {
  it('allow nothing that is not an action, and everybody may read', () => {
    for (const role of Role.options) {
      expect(Action.options).toEqual(expect.arrayContaining([...actionsOf[role]]))
      expect(actionsOf[role]).toEqual(
        expect.arrayContaining(['document:read', 'inventory:read', 'directive:read']),
      )
    }
  })

  it('let only editors, stewards and administrators edit documents', () => {
    const editing = Role.options.filter(role => actionsOf[role].includes('document:edit'))
    expect(editing).toEqual(['editor', 'steward', 'administrator'])
  })

  it('keep approving apart from editing', () => {
    expect(actionsOf.approver).toContain('review:approve')
    expect(actionsOf.approver).not.toContain('document:edit')
    expect(actionsOf.editor).not.toContain('review:approve')
  })
})
