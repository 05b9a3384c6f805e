import { pathAfterSignIn } from './path-after-sign-in.ts'

describe('[P5] after signing in', () => {
  it.each(['/', '/databases?level=national', '/authorize?callback=vscode%3A%2F%2Fx&state=1#top'])(
    'goes back to %s',
    path => {
      expect(pathAfterSignIn(path)).toBe(path)
    },
  )

  it.each([
    undefined,
    '',
    'databases',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])('goes home instead of to %j', path => {
    expect(pathAfterSignIn(path)).toBe('/')
  })
})
