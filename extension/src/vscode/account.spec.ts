import type { Me } from '@lienthong/protocol'
import { type Account, isSignedOut } from './account.ts'

const serverUrl = 'https://mot.example'
const accountOf = (id: string, rest: Partial<Account> = {}): Account =>
  ({ kind: 'token', token: 'a', serverUrl, me: { person: { id } } as Me, ...rest }) as Account
const an = accountOf('an')

describe('an account that another window has changed', () => {
  it.each<[boolean, string, Account, Account | undefined, string]>([
    [true, 'nobody is signed in', an, undefined, serverUrl],
    [true, 'somebody else is', an, accountOf('binh'), serverUrl],
    [false, 'the token is another', an, accountOf('an', { token: 'b' }), serverUrl],
    [false, 'another server is set', an, undefined, 'https://hai.example'],
    [false, 'the demo does not answer', accountOf('an', { kind: 'demo' }), undefined, serverUrl],
  ])('[E30] is signed out (%s) when %s', (isOut, _, before, now, url) => {
    expect(isSignedOut(before, now, url)).toBe(isOut)
  })
})
