import fc from 'fast-check'
import { sha256 as inNode } from '../engine/sha256.ts'
import { sha256 } from './sha256.ts'

describe('SHA-256 in a browser', () => {
  it('[V33] is the same as in Node, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => expect(sha256(text)).toBe(inNode(text))))
  })
})
