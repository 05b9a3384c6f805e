import * as z from 'zod/mini'
import { ProtocolError } from '../errors.ts'
import { Problem } from '../problem.ts'
import { type Fetch, type FetchAnswer, platformFetch } from './environment.ts'

/** Where the server is, and who asks. */
export interface RestClientOptions {
  /** The server's address, e.g. `https://lienthong.example`. */
  url: string
  /** Asked before every request; `undefined` sends none. */
  token?: () => Promise<string | undefined>
  fetch?: Fetch
}

/** What a request may say beside its body. */
export interface RequestOptions {
  /** The version of the record that was read, sent as If-Match. */
  ifMatch?: number
  /** Gives up: the connection is closed, and the answer is SERVER_UNREACHABLE. */
  signal?: AbortSignal
}

interface Call extends RequestOptions {
  method: string
  path: string
  body?: unknown
}

/**
 * The REST API with typed answers. Paths are relative to `/api/v1`: `get('/databases?q=dan cu', pageOf(Database))`.
 * Errors: the server's code as a ProtocolError; SERVER_UNREACHABLE when nothing answers; INTERNAL when the answer is not the server's.
 */
export class RestClient {
  private readonly base: string
  private readonly fetch: Fetch

  constructor(private readonly options: RestClientOptions) {
    this.base = `${options.url.replace(/\/+$/, '')}/api/v1`
    this.fetch = options.fetch ?? platformFetch
  }

  /** Reads; `schema` is what the answer must look like. */
  get<T extends z.ZodMiniType>(path: string, schema: T): Promise<z.infer<T>> {
    return this.typed({ method: 'GET', path }, schema)
  }

  /** Creates, or does what the address says. */
  post<T extends z.ZodMiniType>(
    path: string,
    schema: T,
    body?: unknown,
    options?: RequestOptions,
  ): Promise<z.infer<T>> {
    return this.typed({ method: 'POST', path, body, ...options }, schema)
  }

  /** Changes the fields that the body names. */
  patch<T extends z.ZodMiniType>(
    path: string,
    schema: T,
    body: unknown,
    options?: RequestOptions,
  ): Promise<z.infer<T>> {
    return this.typed({ method: 'PATCH', path, body, ...options }, schema)
  }

  /** Sets the whole. */
  put<T extends z.ZodMiniType>(
    path: string,
    schema: T,
    body: unknown,
    options?: RequestOptions,
  ): Promise<z.infer<T>> {
    return this.typed({ method: 'PUT', path, body, ...options }, schema)
  }

  /** Removes; there is no answer to read. */
  async delete(path: string, options?: RequestOptions): Promise<void> {
    await this.call({ method: 'DELETE', path, ...options })
  }

  /** The answer's body as it is, for addresses that serve text. */
  async text(path: string): Promise<string> {
    return (await this.call({ method: 'GET', path })).text()
  }

  private async typed<T extends z.ZodMiniType>(call: Call, schema: T): Promise<z.infer<T>> {
    const answer = await this.call(call)
    const text = await answer.text()
    const parsed = z.safeParse(schema, text === '' ? undefined : jsonOf(text))
    if (parsed.success) return parsed.data
    throw new ProtocolError('INTERNAL', {
      reference: `${call.method} ${call.path.split('?')[0]}: not the expected shape`,
    })
  }

  /** A token that expired on the way is fetched anew, once. */
  private async call(call: Call): Promise<FetchAnswer> {
    const answer = await this.send(call)
    if (answer.ok) return answer
    const error = await refusalOf(answer)
    if (error.code !== 'TOKEN_EXPIRED') throw error
    const second = await this.send(call)
    if (second.ok) return second
    throw await refusalOf(second)
  }

  private async send({ method, path, body, ifMatch, signal }: Call): Promise<FetchAnswer> {
    const token = await this.options.token?.()
    const headers: Record<string, string> = { accept: 'application/json' }
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`
    const init = {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    }
    try {
      return await this.fetch(this.base + path, init)
    } catch {
      throw new ProtocolError('SERVER_UNREACHABLE', { url: this.options.url })
    }
  }
}

const refusalOf = async (answer: FetchAnswer): Promise<ProtocolError> => {
  const parsed = z.safeParse(Problem, jsonOf(await answer.text()))
  return parsed.success
    ? ProtocolError.fromWire(parsed.data)
    : new ProtocolError('INTERNAL', { reference: `HTTP ${answer.status}` })
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
