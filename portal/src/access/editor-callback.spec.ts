import { callbackName, editorCallback, withCode } from './editor-callback.ts'

const editors = [
  'vscode://lienthong.lienthong-vscode/signed-in',
  'vscode-insiders://lienthong.lienthong-vscode/signed-in?windowId=3',
  'vscodium://lienthong.lienthong-vscode/signed-in',
  'http://127.0.0.1:53682/callback',
  'http://localhost:53682/callback',
  'http://[::1]:53682/callback',
]
const others = [
  undefined,
  '',
  'not an address',
  '/relative',
  'https://vscode.dev/callback',
  'https://127.0.0.1/callback',
  'http://127.0.0.1.evil.example/callback',
  'http://localhost.evil.example/',
  'http://evil.example/?http://127.0.0.1',
  'http://127.0.0.1@evil.example/',
  'http://user:secret@127.0.0.1/',
  'javascript:alert(1)',
  'data:text/html,hello',
  'file:///etc/passwd',
  'vscode-evil://lienthong/',
]

it.each(editors)('[P4] lets a code go to %s', address => {
  expect(editorCallback(address)).not.toBeNull()
})

it.each(others)('[P4] lets no code go to %s', address => {
  expect(editorCallback(address)).toBeNull()
})

it('[P4] adds code and state and keeps what the callback carries', () => {
  const callback = editorCallback('vscode://lienthong.lienthong-vscode/signed-in?windowId=3')
  if (!callback) throw new Error('refused')
  const answer = new URL(withCode(callback, 'c+/=d', 'a state & more'))
  expect(Object.fromEntries(answer.searchParams)).toEqual({
    windowId: '3',
    code: 'c+/=d',
    state: 'a state & more',
  })
  expect(answer.href.startsWith('vscode://lienthong.lienthong-vscode/signed-in?')).toBe(true)
})

it('[P4] names the program or local address that asks', () => {
  const names = editors.map(address => editorCallback(address)).map(url => url && callbackName(url))
  expect(names[0]).toBe('vscode://lienthong.lienthong-vscode')
  expect(names[3]).toBe('127.0.0.1:53682')
})
