import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RehearsalPage, RehearsedText } from '@lienthong/protocol'
import { Terminal } from './terminal.ts'

const text = (path: string, unlooked: RehearsedText['unlooked'] = null): object => ({
  documentId: '01890000-0000-7000-8000-000000000001',
  databaseCode: 'dan-cu',
  path,
  title: path,
  number: null,
  unlooked,
  replaces: null,
  new: 0,
  newErrors: 0,
  gone: 0,
  unchanged: 1,
  faults: [],
  examples: [],
})

/** What the server answers, in turn; then others rehearse. */
type Answer = Pick<RehearsalPage, 'total' | 'looked' | 'next'> & { readonly items: readonly object[] }

describe('lienthong plugin rehearse', () => {
  let terminal: Terminal
  let server: Server
  let answers: Answer[]

  beforeAll(async () => {
    terminal = await Terminal.open()
    server = createServer((_, response) => {
      const answer = answers.shift()
      const refusal = {
        type: 'about:blank',
        title: '',
        status: 429,
        code: 'RATE_LIMITED',
        params: { seconds: 10 },
      }
      response.writeHead(answer ? 200 : 429, {
        'content-type': answer ? 'application/json' : 'application/problem+json',
      })
      response.end(JSON.stringify(answer ?? refusal))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    server?.close()
    await terminal?.close()
  })

  const rehearse = (given: Answer[], ...words: string[]) => {
    answers = given
    const env = {
      LIENTHONG_SERVER: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      LIENTHONG_TOKEN: 'ltp_x',
    }
    return terminal.run(['plugin', 'rehearse', 'my-rules@1.0.0', ...words], { env })
  }

  it('[T27, RG12] tells and counts what was not looked at, and does not pass', async () => {
    const items = [text('a.sql'), text('b.sql', 'time'), text('c.sql', 'unavailable')]
    const whole = { total: 3, looked: 3, next: null, items }
    expect(await rehearse([whole])).toEqual({
      code: 1,
      err: '',
      out: [
        'dan-cu/b.sql: not looked at: it alone takes longer than an answer may',
        'dan-cu/c.sql: not looked at: the server cannot read the text',
        '1 text of 3 documents: 0 new findings, 0 gone, failed on 0.',
        'Not looked at: 2 texts, and 0 documents not to the end.\n',
      ].join('\n'),
    })
    const { out } = await rehearse([whole], '--lang', 'vi')
    expect(out).toContain('Chưa xem: 2 văn bản, và 0 tài liệu chưa xem đến hết.')
    const json = await rehearse([whole], '--format', 'json')
    expect(JSON.parse(json.out)).toEqual(items)
  })

  it('[T27, RG12] tells what is left where the server refuses to go on', async () => {
    const { out, err, code } = await rehearse([{ total: 7, looked: 2, next: 'x', items: [text('a.sql')] }])
    expect(out).toContain('Not looked at: 0 texts, and 5 documents not to the end.')
    expect(err).toMatch(/^RATE_LIMITED: /)
    expect(code).toBe(2)
    expect((await rehearse([])).out).toBe('')
  })
})
