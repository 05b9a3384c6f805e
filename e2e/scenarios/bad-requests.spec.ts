import { isErrorCode, Problem } from '@lienthong/protocol'
import { type RunningProduct, startProduct } from '../product.ts'

const marker = 'Bí-mật-nhà-nước-8d1e'
const base = '/api/v1'
const database = `${base}/databases/dan-cu`
const nowhere = `${base}/documents/0192f1e4-0000-7000-8000-000000000000`

let product: RunningProduct
let untouched: string | null

beforeAll(async () => {
  product = await startProduct({ isDemo: true, logLevel: 'debug' })
  untouched = (await request({ path: database, as: 'dung' })).headers.get('etag')
})
afterAll(() => product.stop())

/** `as` is a demo person; `token` goes out as it is. */
interface Attempt {
  method?: string
  path: string
  as?: string
  token?: string
  headers?: Record<string, string>
  body?: string
}

const json = (value: object) => JSON.stringify(value)
const patch = (as: string, headers: Record<string, string> = {}): Attempt => ({
  method: 'PATCH',
  path: database,
  as,
  headers,
  body: json({ note: marker }),
})
const signIn = (body: string, headers: Record<string, string> = {}): Attempt => ({
  method: 'POST',
  path: `${base}/sessions`,
  headers,
  body,
})

describe('a request that is no good', () => {
  it.each<[string, Attempt, number, string]>([
    ['broken JSON', signIn('{"username": '), 400, 'MESSAGE_INVALID'],
    ['JSON of another shape', signIn(json({ username: 7 })), 400, 'MESSAGE_INVALID'],
    ['JSON that is a list', signIn('[]'), 400, 'MESSAGE_INVALID'],
    ['JSON nested very deeply', signIn('['.repeat(100_000) + ']'.repeat(100_000)), 400, 'MESSAGE_INVALID'],
    ['no JSON', signIn('username=an', { 'content-type': 'text/plain' }), 400, 'MESSAGE_INVALID'],
    ['a body too large', signIn(json({ username: 'a'.repeat(6_000_000) })), 400, 'MESSAGE_INVALID'],
    ['a wrong password', signIn(json({ username: 'an', password: marker })), 401, 'CREDENTIALS_WRONG'],
    ['no token', { path: database }, 401, 'TOKEN_MISSING'],
    ['a made-up token', { path: database, token: 'Bearer rubbish' }, 401, 'TOKEN_INVALID'],
    ['another scheme', { path: database, token: 'Basic YTpi' }, 401, 'TOKEN_MISSING'],
    ['no right to change', patch('chi', { 'if-match': '"1"' }), 403, 'RIGHT_MISSING'],
    ['no right to see people', { path: `${base}/people`, as: 'an' }, 403, 'RIGHT_MISSING'],
    ['no right to see the ledger', { path: `${base}/ledger`, as: 'an' }, 403, 'RIGHT_MISSING'],
    ['no If-Match', patch('dung'), 428, 'PRECONDITION_MISSING'],
    ['a stale If-Match', patch('dung', { 'if-match': '"999"' }), 412, 'RECORD_CHANGED'],
    [
      'an If-Match beyond every number',
      patch('dung', { 'if-match': `"${'9'.repeat(20)}"` }),
      412,
      'RECORD_CHANGED',
    ],
    ['an If-Match that is no version', patch('dung', { 'if-match': 'yesterday' }), 412, 'RECORD_CHANGED'],
    ['an unknown database', { path: `${base}/databases/khong-co`, as: 'an' }, 404, 'RECORD_NOT_FOUND'],
    ['an unknown document', { path: `${nowhere}/text`, as: 'an' }, 404, 'DOCUMENT_NOT_FOUND'],
    ['a document id that is none', { path: `${base}/documents/x`, as: 'an' }, 400, 'MESSAGE_INVALID'],
    ['an unknown address', { path: `${base}/nothing/here`, as: 'an' }, 404, 'RECORD_NOT_FOUND'],
    ['a method that is not offered', { path: database, as: 'an', method: 'PUT' }, 404, 'RECORD_NOT_FOUND'],
    ['a cursor of one’s own', { path: `${base}/databases?cursor=rubbish`, as: 'an' }, 400, 'MESSAGE_INVALID'],
    ['a limit of minus one', { path: `${base}/databases?limit=-1`, as: 'an' }, 400, 'MESSAGE_INVALID'],
    ['a level that does not exist', { path: `${base}/databases?level=x`, as: 'an' }, 400, 'MESSAGE_INVALID'],
    [
      'a day that does not exist',
      { path: `${base}/databases?asOf=2025-02-30`, as: 'an' },
      400,
      'MESSAGE_INVALID',
    ],
    [
      'an address that is badly encoded',
      { path: `${base}/databases/%E0%A4%A`, as: 'an' },
      400,
      'MESSAGE_INVALID',
    ],
    ['U+0000 in the address', { path: `${database}%00`, as: 'an' }, 400, 'MESSAGE_INVALID'],
    ['U+0000 in the query', { path: `${base}/databases?q=%00`, as: 'an' }, 400, 'MESSAGE_INVALID'],
    ['U+0000 in the body', signIn(json({ username: 'a\0', password: marker })), 400, 'MESSAGE_INVALID'],
    ['a used-up link', { path: `${base}/sign-in-links/${'a'.repeat(43)}` }, 410, 'LINK_USED'],
  ])('[O8] is answered as a problem with a code: %s', async (_, attempt, status, code) => {
    const response = await request(attempt)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const problem = Problem.parse(await response.json())
    expect(problem).toMatchObject({ status, code, type: `urn:lienthong:problem:${code}` })
    expect(response.status).toBe(status)
    expect(isErrorCode(problem.code)).toBe(true)
    expect(JSON.stringify(problem)).not.toContain(marker)
  })

  it('[N9] changed nothing', async () => {
    const response = await request({ path: database, as: 'dung' })
    expect(untouched).toMatch(/^"\d+"$/)
    expect(response.headers.get('etag')).toBe(untouched)
    expect((await response.json()).note).not.toBe(marker)
  })

  it.each(['%25', "'; DROP TABLE databases; --", '_', '\\', '𝕏'])(
    '[N10] finds what it can by odd words: %s',
    async words => {
      const q = words.startsWith('%') ? words : encodeURIComponent(words)
      const response = await request({ path: `${base}/databases?q=${q}`, as: 'an' })
      expect(response.status).toBe(200)
    },
  )
})

describe('afterwards', () => {
  it('[O5] is ready as before', async () => {
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200)
    expect((await request({ path: `${base}/databases?q=dan cu ${marker}`, as: 'an' })).status).toBe(200)
  })

  it('[O6] has logged the requests, but no word of theirs, no name and no token', async () => {
    const log = product.process.output()
    expect(log).toContain('/api/v1/databases')
    const people = await product.people()
    const secrets = people.flatMap(({ displayName, token, link }) => [displayName, token, link.slice(-43)])
    for (const secret of [marker, encodeURIComponent(marker), 'ltp_', 'rubbish', ...secrets])
      expect(log).not.toContain(secret)
    expect(log).not.toMatch(/a bug|INTERNAL/)
  })
})

async function request({ method, path, as, token, headers, body }: Attempt): Promise<Response> {
  const bearer = as ? `Bearer ${(await product.person(as)).token}` : token
  return fetch(product.url + path, {
    method: method ?? 'GET',
    headers: { 'content-type': 'application/json', ...headers, ...(bearer && { authorization: bearer }) },
    ...(body !== undefined && { body }),
  })
}
