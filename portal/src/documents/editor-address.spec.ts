import { editorAddress } from './editor-address.ts'

it('[P9] leads to the document in the editor', () => {
  const url = new URL(editorAddress('dan-cu', 'cong-dan.schema.yaml'))
  expect(`${url.protocol}//${url.host}${url.pathname}`).toBe('vscode://lienthong.lienthong-vscode/open')
  expect(url.searchParams.get('path')).toBe('/dan-cu/cong-dan.schema.yaml')
})
