import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RestClient } from '@lienthong/protocol/client'
import { compare } from './comparison.ts'
import { Documents } from './documents.ts'
import { Workspace } from './workspace.ts'

it.each(['../ngoai.md', '/etc/x.md', '.git/hooks/pre-commit', 'a/../../x.md', 'a//x.md', '..\\x.md'])(
  '[T18] refuses a document that a server calls %s',
  async name => {
    const root = await mkdtemp(join(tmpdir(), 'lienthong-workspace-'))
    try {
      const credentials = { server: 'http://127.0.0.1:1', token: '' }
      const workspace = Workspace.make(root, credentials.server, 'dan-cu')
      const documents = new Documents(new RestClient({ url: credentials.server }), 'dan-cu')
      await expect(
        compare({ name, path: name }, { workspace, documents, list: [], credentials }),
      ).rejects.toMatchObject({ code: 'FILE_OUTSIDE' })
    } finally {
      await rm(root, { recursive: true })
    }
  },
)

it('[T12] keeps no password of an address', () => {
  expect(Workspace.make('.', 'https://an:secret@lienthong.example', 'dan-cu').server).toBe(
    'https://lienthong.example',
  )
})
