import { isSavedAsIs } from './saved-as-is.ts'

const reading = (settings: Record<string, unknown>) => (name: string) => settings[name]

describe('saving without being asked', () => {
  it('[E9] happens where the editor does not save by itself', () => {
    expect(isSavedAsIs(reading({ 'files.autoSave': 'off' }))).toBe(true)
    expect(isSavedAsIs(reading({ 'files.autoSave': 'afterDelay' }))).toBe(false)
  })

  it('[E9] does not happen where saving would change the text', () => {
    expect(isSavedAsIs(reading({ 'files.autoSave': 'off', 'editor.formatOnSave': true }))).toBe(false)
    expect(isSavedAsIs(reading({ 'editor.codeActionsOnSave': { 'source.fixAll': 'explicit' } }))).toBe(false)
    expect(isSavedAsIs(reading({ 'editor.codeActionsOnSave': {} }))).toBe(true)
  })
})
