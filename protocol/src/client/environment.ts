/** The few things that Node, browsers and web workers share beyond ECMAScript: declared here so that nothing else slips in. */
declare const setTimeout: (run: () => void, ms: number) => unknown
declare const clearTimeout: (timer: unknown) => void
declare const fetch: Fetch
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const crypto: { subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> } }

declare global {
  /** Becomes the platform's own wherever there is one. */
  interface AbortSignal {
    readonly aborted: boolean
  }
}

/** What the REST client needs of the platform's `fetch`. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<FetchAnswer>

/** What the REST client needs of a `Response`. */
export interface FetchAnswer {
  ok: boolean
  status: number
  /** The body, read to its end. */
  text(): Promise<string>
}

export type Cancel = () => void

/** Runs once after a pause unless cancelled. */
export const after = (ms: number, run: () => void): Cancel => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** The platform's own `fetch`, looked up when called so that a host may replace it. */
export const platformFetch: Fetch = (url, init) => fetch(url, init)

/** The text of UTF-8 bytes, a byte order mark included. Throws a TypeError for other bytes. */
export const decodeUtf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

/** How many bytes a text has in UTF-8. */
export const utf8Length = (text: string): number => new TextEncoder().encode(text).length

/** The SHA-256 of a text in UTF-8. */
export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
