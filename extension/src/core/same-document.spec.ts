import { isSameDocument } from './same-document.ts'

const connection = {}
const asked = { summary: { id: 'a' }, connection }

describe('the document that the person was asked about', () => {
  it('[E16, H7] is the same when it was left and opened again', () => {
    expect(isSameDocument({ summary: { id: 'a' }, connection }, asked)).toBe(true)
  })

  it('[E16, H7] is not another one at its address, nor the same one of another account or server', () => {
    expect(isSameDocument({ summary: { id: 'b' }, connection }, asked)).toBe(false)
    expect(isSameDocument({ summary: { id: 'a' }, connection: {} }, asked)).toBe(false)
  })
})
