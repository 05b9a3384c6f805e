import * as z from 'zod/mini'
import { ProtocolError } from '../errors.ts'
import type { Fetch } from './environment.ts'
import { RestClient } from './rest-client.ts'

const answering = (...answers: { status: number; body: unknown }[]) => {
  const calls: { url: string; init: Parameters<Fetch>[1] }[] = []
  const fetch: Fetch = async (url, init) => {
    calls.push({ url, init })
    const { status, body } = answers.shift() ?? { status: 500, body: '' }
    return new Response(status === 204 ? null : JSON.stringify(body), { status })
  }
  return { calls, fetch }
}
const problem = (code: string, status: number) => ({
  status,
  body: { type: 'about:blank', title: code, status, code, params: { id: 'x' } },
})
const token = async () => 'secret'

describe('the REST client', () => {
  it('sends the token, the body and the version that was read', async () => {
    const { calls, fetch } = answering({ status: 200, body: { version: 4 } })
    const rest = new RestClient({ url: 'http://s/', token, fetch })
    const changed = await rest.patch(
      '/databases/dan-cu',
      z.object({ version: z.number() }),
      { level: 'national' },
      { ifMatch: 3 },
    )
    expect(changed).toEqual({ version: 4 })
    expect(calls).toEqual([
      {
        url: 'http://s/api/v1/databases/dan-cu',
        init: {
          method: 'PATCH',
          body: '{"level":"national"}',
          headers: {
            accept: 'application/json',
            authorization: 'Bearer secret',
            'content-type': 'application/json',
            'if-match': '"3"',
          },
        },
      },
    ])
  })

  it('[RG12] hands on the signal that ends a request', async () => {
    const { calls, fetch } = answering({ status: 200, body: 1 })
    const { signal } = new AbortController()
    await new RestClient({ url: 'http://s', fetch }).post('/plugins/x/rehearsals', z.number(), {}, { signal })
    expect(calls[0]?.init.signal).toBe(signal)
  })

  it('[C8] throws the server’s code with its parameters', async () => {
    const { fetch } = answering(problem('RECORD_NOT_FOUND', 404))
    const answer = new RestClient({ url: 'http://s', fetch }).delete('/tokens/x')
    await expect(answer).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND', params: { id: 'x' } })
  })

  it('[C7] asks once more with a fresh token when one expired on the way', async () => {
    const { calls, fetch } = answering(problem('TOKEN_EXPIRED', 401), { status: 200, body: 1 })
    let n = 0
    const rest = new RestClient({ url: 'http://s', token: async () => `t${++n}`, fetch })
    expect(await rest.get('/me', z.number())).toBe(1)
    expect(calls.map(({ init }) => init.headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
  })

  it('[C8] says that the server is unreachable, or that its answer is not its own', async () => {
    const broken: Fetch = async () => {
      throw new TypeError('fetch failed')
    }
    await expect(new RestClient({ url: 'http://s', fetch: broken }).get('/me', z.any())).rejects.toEqual(
      new ProtocolError('SERVER_UNREACHABLE', { url: 'http://s' }),
    )
    const { fetch } = answering({ status: 502, body: 'Bad Gateway' }, { status: 200, body: { other: 1 } })
    const rest = new RestClient({ url: 'http://s', fetch })
    await expect(rest.get('/me', z.any())).rejects.toMatchObject({
      code: 'INTERNAL',
      params: { reference: 'HTTP 502' },
    })
    await expect(rest.get('/me', z.object({ person: z.string() }))).rejects.toMatchObject({
      code: 'INTERNAL',
    })
  })
})
