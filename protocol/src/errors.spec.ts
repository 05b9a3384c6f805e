import { errorTable } from './error-table.ts'
import { fillIn, isErrorCode, ProtocolError } from './errors.ts'

describe('errors', () => {
  it('survive the wire with their parameters', () => {
    const error = new ProtocolError('UPDATE_TOO_LARGE', { maxBytes: 5 })
    expect(ProtocolError.fromWire(error.toWire())).toEqual(error)
    expect(error.message).toBe('The change is larger than 5 bytes. Split it.')
  })

  it('of a newer server become INTERNAL with its code as reference', () => {
    const error = ProtocolError.fromWire({ code: 'SOMETHING_NEW' })
    expect(error.code).toBe('INTERNAL')
    expect(error.params).toEqual({ reference: 'SOMETHING_NEW' })
    expect(isErrorCode('toString')).toBe(false)
  })

  it('leave a placeholder that nobody fills as it is', () => {
    expect(fillIn('{a} and {b}', { a: 1 })).toBe('1 and {b}')
  })

  it('[E25] say how many so that it is right for one and for many', () => {
    for (const { text } of Object.values(errorTable)) expect(text).not.toMatch(/\{count\} \w/)
    expect(new ProtocolError('RENAME_FORBIDDEN', { count: 1, documents: 'a/b.yaml' }).message).toBe(
      'Nothing was changed: the name also stands where you may not edit. Documents concerned: 1 (a/b.yaml).',
    )
  })

  it('have a status that says the same as their retry', () => {
    for (const [code, { status, retry }] of Object.entries(errorTable)) {
      expect({ code, ok: status >= 400 && status < 600 }).toEqual({ code, ok: true })
      if (retry === 'later') expect([429, 500, 503]).toContain(status)
    }
  })
})
