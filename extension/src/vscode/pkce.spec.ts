import { challengeOf, createProof } from './pkce.ts'

describe('PKCE', () => {
  it('[E4] computes the challenge of RFC 7636, appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    )
  })

  it('[E4] is fresh every time and long enough for the server', async () => {
    const [one, other] = [await createProof(), await createProof()]
    expect(one.verifier).toMatch(/^[\w-]{43}$/)
    expect(one.challenge).toMatch(/^[\w-]{43}$/)
    expect(new Set([one.verifier, other.verifier, one.state, other.state]).size).toBe(4)
  })
})
