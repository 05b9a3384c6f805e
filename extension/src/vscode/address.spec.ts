import { addressOf, pathOf } from './address.ts'

describe('addresses', () => {
  it('names the root, a database and a document', () => {
    expect(addressOf('/')).toEqual({ kind: 'root' })
    expect(addressOf('')).toEqual({ kind: 'root' })
    expect(addressOf('/dan-cu/')).toEqual({ kind: 'database', databaseCode: 'dan-cu' })
    expect(addressOf('/dan-cu/person.yaml')).toEqual({
      kind: 'document',
      databaseCode: 'dan-cu',
      path: 'person.yaml',
    })
  })

  it('knows nothing deeper than a document', () => {
    expect(addressOf('/dan-cu/.vscode/settings.json')).toEqual({ kind: 'nothing' })
  })

  it('opens a document under the path that names it', () => {
    expect(addressOf(pathOf('dan-cu', 'spec.md'))).toEqual({
      kind: 'document',
      databaseCode: 'dan-cu',
      path: 'spec.md',
    })
  })
})
