import { jest } from '@jest/globals'
import { testRules } from '../src/testing.ts'
import { bundle } from './rules.ts'

jest.setTimeout(60_000)

const text = 'properties:\n  a: {}\n  b: {}\n  c: {}\n  d: {}\n'

/** What is said of a rule whose case would pass otherwise. */
const failuresOf = async (create: string, findings: readonly { messageId: string; marked: string }[]) => {
  const code = `let seen = 0\n${bundle({ rule: { create } })}`
  const failures = await testRules(code, { rule: { valid: [], invalid: [{ text, findings }] } })
  return failures.map(({ reason }) => reason.split(/[:(]/)[0]?.trim())
}
const all = ['a', 'b', 'c', 'd'].map(marked => ({ messageId: 'found', marked }))

describe('[T37] what a rule owes to everybody', () => {
  it('is kept by one that only looks at what it is shown', async () => {
    const create = `{ 'schema.property': node => say(node, 'x', 'key', node.value.title ? [] : [{ kind: 'insertKey', key: 'title', value: 'x', title: { vi: 'a', en: 'a' } }]) }`
    expect(await failuresOf(create, all)).toEqual([])
  })

  it('is to find in a document that is written what it finds in one that is opened', async () => {
    const create = `{ 'schema.property': node => { if (++seen <= 4) say(node, 'x', 'key') } }`
    expect(await failuresOf(create, all)).toEqual(['finds something else while the document is written'])
  })

  it('is to come to an end with its fixes', async () => {
    const create = `{ 'schema.property': node => say(node, 'x', 'key', [{ kind: 'rename', to: node.key + 'x', title: { vi: 'a', en: 'a' } }]) }`
    expect(await failuresOf(create, all)).toEqual([
      'its fixes, applied to their own results, change the text again and again',
    ])
  })
})
