import { ExplainPlace, type Proposal, ProposeWords } from '@lienthong/protocol'
import { databases, startServer } from '../start-server.ts'
import { until } from '../until.ts'
import { LinkedDocuments, positionIn } from './linked-documents.ts'

describe.each(databases)('proposals on %s', database => {
  let linked: LinkedDocuments
  beforeAll(async () => {
    linked = await LinkedDocuments.on(await startServer({ database }))
  }, 60_000)

  /** `|` in what is typed before the words is the caret. */
  const proposed = async (path: string, words: string, marked: string, isAskedFor = false) => {
    const { editor, place } = await linked.at(path, words)
    const typed = marked.replace('|', '')
    const caret = marked.includes('|') ? marked.indexOf('|') : typed.length
    const offset = linked.one(path).text.indexOf(words)
    editor.text.insert(offset, typed)
    await editor.whenStored()
    const request = { ...place, at: positionIn(editor, offset + caret), isAskedFor }
    const { proposals } = await editor.ask(ProposeWords, request)
    editor.text.delete(offset, typed.length)
    await editor.whenStored()
    return proposals
  }

  it('[E24] proposes definitions behind $ref, the nearest first, with the quotes that YAML needs', async () => {
    const proposals = await proposed('cong-dan.schema.yaml', 'title', 'x: { $ref: | }\n')
    expect(proposals.map(({ text }) => text)).toEqual(["'#/$defs/HoTen'"])
    expect(proposals[0]?.span).toEqual([1, 11, 1, 11])
    const links = await proposed('dac-ta.md', 'Nêu', '[x](cong|) ')
    expect(links.map(({ text }) => text)).toEqual([
      '#đặc-tả',
      'cong-dan.schema.yaml',
      'cong-dan.schema.yaml#/$defs/HoTen',
    ])
    expect(links[0]?.span).toEqual([3, 4, 3, 8])
  })

  it('[E24] proposes directives, databases, organisations and provinces by their codes and the words of their names, requirements by their ids', async () => {
    const texts = async (typed: string, isAskedFor = false) =>
      (await proposed('dac-ta.md', 'Nêu', typed, isAskedFor)).map(({ kind, text }) => `${kind} ${text}`)
    expect(await texts('278/')).toEqual(['directive 278/2025/NĐ-CP'])
    expect(await texts('REQ-')).toEqual(['requirement REQ-DC-003'])
    expect(await texts('ho-t')).toEqual(['database ho-tich'])
    expect(await texts('BTP')).toEqual(['organisation BTP'])
    expect(await texts('chia')).toEqual([])
    expect(await texts('chia', true)).toEqual(['directive 278/2025/NĐ-CP'])
    expect(await texts('dien', true)).toEqual(['database ho-tich'])
    expect(await texts('lao', true)).toEqual(['organisation LAO-CAI', 'province 15'])
    expect(await proposed('dac-ta.md', 'Nêu', ' ')).toEqual([])
    expect((await proposed('dac-ta.md', 'Nêu', ' ', true)).length).toBeGreaterThan(3)
  })

  it('[E24] proposes the provisions of a directive that is named in the line', async () => {
    const [first] = await proposed('cong-dan.schema.yaml', ' Nghị định 278', ', Điều ')
    expect(first).toMatchObject({ kind: 'provision', text: 'Điều 5' })
    const [, start = 0, , end = 0] = first?.span ?? []
    expect(end - start).toBe('Điều '.length)
  })

  it('[V45, V46] asks the plugins that check the document, about the text that is there now', async () => {
    const path = 'cong-dan.schema.yaml'
    let found: readonly Proposal[] = []
    await until('the first check', async () => {
      const all = await proposed(path, '$defs:', 'required:\n  - |\n', true)
      found = all.filter(({ kind }) => kind === 'contributed')
      return found.length > 0
    })
    expect(found).toMatchObject([{ kind: 'contributed', text: 'hoTen', span: [6, 4, 6, 4] }])
    const { editor, place } = await linked.at(path, 'type:')
    const { texts } = await editor.ask(ExplainPlace, { ...place, ruleIds: [] })
    expect(texts).toEqual([{ vi: '**type**: kiểu của giá trị', en: '**type**: the type of the value' }])
  })
})
