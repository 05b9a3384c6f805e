import { sha256 } from '@lienthong/protocol/client'

/** Proof that the one who started a sign-in is the one who ends it (PKCE, RFC 7636). */
export interface Proof {
  verifier: string
  /** S256 of the verifier. */
  challenge: string
  /** Returned unchanged by the browser; tells concurrent sign-ins apart. */
  state: string
}

/** A fresh proof: 32 random bytes each, base64url. */
export const createProof = async (): Promise<Proof> => {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)))
  return {
    verifier,
    challenge: await challengeOf(verifier),
    state: base64url(crypto.getRandomValues(new Uint8Array(16))),
  }
}

/** BASE64URL(SHA256(ASCII(verifier))). */
export const challengeOf = async (verifier: string): Promise<string> => base64url(await sha256(verifier))

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
