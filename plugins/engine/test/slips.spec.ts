import { bundle } from './rules.ts'
import { lines, runnerWith } from './runners.ts'

const slips: [string, string, RegExp][] = [
  ['a message', `{ schema: node => ctx.report({ node, messageId: 'fuond' }) }`, /no message "fuond"/],
  ['a visitor', `{ 'sql.colum': () => {} }`, /a visitor "sql\.colum"/],
]

it.each(slips)('[V36] names %s that there is not', async (_, create, reason) => {
  const runner = await runnerWith({ slip: bundle({ slip: { create } }) })
  expect((await lines(runner, 'json-schema-yaml', 'type: object\n')).join()).toMatch(reason)
})
