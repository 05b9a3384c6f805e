import { Client } from './client.ts'
import { lookers } from './looking-rules.ts'
import { edited, randomFrom } from './random.ts'
import { everything } from './rules.ts'
import { runnerWith } from './runners.ts'
import { around, format } from './surroundings.ts'

describe('[V39] what lies in other documents', () => {
  const meta = `{
    title: { vi: 'a', en: 'a' }, docs: { vi: 'a', en: 'a' }, defaultSeverity: 'error', languages: ['json-schema'],
    messages: { found: { vi: '{what}', en: '{what}' } },
  }`
  /** Counts how often a unit was shown. Globals are as old as the document's realm. */
  const counting = (look: string) => `const runs = {}; export default { rules: { look: {
    meta: ${meta}, scope: 'unit',
    create: ctx => ({
      'schema.definition'(node) {
        runs[node.key] = (runs[node.key] ?? 0) + 1
        ctx.report({ node, at: 'key', messageId: 'found', data: { what: node.key + runs[node.key] } })
      },
      ${look}
    }),
  } } }`

  it('runs again who asked for what has changed there, and nobody else', async () => {
    const runner = await runnerWith({
      existence: counting(`'schema.ref': node => ctx.resolve(node.ref)`),
      content: counting(`'schema.ref': node => ctx.resolve(node.ref)?.value`),
    })
    const text = "$defs:\n  A: { $ref: 'ma.yaml#/$defs/Ma' }\n  B: { $ref: 'ma.yaml#/$defs/Khac' }\n  C: {}\n"
    const codes = (type: string, more = '') => `$defs:\n  Ma: { type: ${type} }\n  Khac: {}\n${more}`
    const shown: string[][] = []
    const states = [codes('string'), codes('string', '  Nua: {}\n'), codes('integer'), '$defs:\n  Khac: {}\n']
    for (const [n, state] of states.entries()) {
      const surroundings = around({ 'ma.yaml': state })
      const { units } = await runner.check({ documentId: 'a', revision: n + 1, format, text, surroundings })
      const found = units.flatMap(({ findings }) => findings)
      shown.push(found.map(({ ruleId, message }) => `${ruleId.split('/')[0]} ${message.en}`).sort())
    }
    const all = ['A1', 'B1', 'C1']
    expect(shown).toEqual([
      [...all.map(one => `content ${one}`), ...all.map(one => `existence ${one}`)],
      [],
      // What is told of a unit is all of it: of the other rule the same as before.
      ['content A2', 'existence A1'],
      ['content A3', 'existence A2'],
    ])
  })

  it('finds what a fresh check finds, after each of 40 random edits here and there', async () => {
    const runner = await runnerWith({ everything, ...lookers })
    const next = randomFrom(11)
    let here = `title: Mẫu\nproperties:\n  a: { $ref: 'kia.yaml#/$defs/Person' }\n  b: { $ref: '#/$defs/Nha' }\n$defs:\n  Nha:\n    type: object\n    properties:\n      chu: { $ref: 'kia.yaml#/$defs/Person' }\n      xa: { $ref: 'kia.yaml#neo' }\n  Xa:\n    $ref: 'kia.yaml'\n`
    let there = `title: Kia\ntype: object\n$defs:\n  Person:\n    type: object\n    properties:\n      id: { type: string }\n      xa: { $ref: '#neo' }\n  Ward:\n    $anchor: neo\n    type: string\n    title: Person\n  Back:\n    $ref: 'ho-so.schema.yaml#/$defs/Nha'\n`
    const client = new Client()
    let compared = 0
    for (let revision = 1; revision <= 40; revision++) {
      const surroundings = around({ 'kia.yaml': there })
      client.take(await runner.check({ documentId: 'kept', revision, format, text: here, surroundings }))
      const fresh = new Client()
      fresh.take(await runner.check({ documentId: 'fresh', revision, format, text: here, surroundings }))
      await runner.close('fresh')
      if (!fresh.isBroken && !client.isBroken) {
        const state = { revision, here, there }
        expect({ ...state, found: client.placed(here) }).toEqual({ ...state, found: fresh.placed(here) })
        compared++
      }
      const beforeHere = here
      if (next() < 0.5) here = edited(here, next)
      else there = edited(there, next)
      if (fresh.isBroken) here = beforeHere
    }
    expect(compared).toBeGreaterThan(8)
  })
})
