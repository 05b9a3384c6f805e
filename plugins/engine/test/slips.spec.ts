import { bundle } from './rules.ts'
import { lines, runnerWith } from './runners.ts'

const slips: [string, { create: string; scope?: 'unit' | 'document' }, RegExp][] = [
  [
    'a message that there is not',
    { create: `{ schema: node => ctx.report({ node, messageId: 'fuond' }) }` },
    /no message "fuond"/,
  ],
  ['a visitor that there is not', { create: `{ 'sql.colum': () => {} }` }, /a visitor "sql\.colum"/],
  [
    'a visitor of the whole document in a rule of units',
    { create: '{ notes: () => {} }' },
    /"notes" and is not of scope/,
  ],
  [
    'two ways to look at the whole document',
    { scope: 'document', create: '{ notes: () => {}, document: () => {} }' },
    /both visitors/,
  ],
]

it.each(slips)('[V36] names %s', async (_, slip, reason) => {
  const runner = await runnerWith({ slip: bundle({ slip }) })
  expect((await lines(runner, 'json-schema-yaml', 'type: object\n')).join()).toMatch(reason)
})
