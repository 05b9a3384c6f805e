import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareFile, Documents, RestClient, Workspace } from '@lienthong/protocol/client'
import { DiskFolder } from './folder.ts'

it.each(['../ngoai.md', '/etc/x.md', '.git/hooks/pre-commit', 'a/../../x.md', 'a//x.md', '..\\x.md'])(
  '[T18] refuses a document that a server calls %s',
  async name => {
    const root = await mkdtemp(join(tmpdir(), 'lienthong-workspace-'))
    try {
      const server = 'http://127.0.0.1:1'
      const workspace = Workspace.make(new DiskFolder(root), server, 'dan-cu')
      const documents = new Documents(new RestClient({ url: server }), 'dan-cu')
      await expect(
        compareFile({ name, path: name }, { workspace, documents, list: [] }),
      ).rejects.toMatchObject({ code: 'FILE_OUTSIDE' })
    } finally {
      await rm(root, { recursive: true })
    }
  },
)

it('[T12] keeps no password of an address', () => {
  expect(Workspace.make(new DiskFolder('.'), 'https://an:secret@lienthong.example', 'dan-cu').server).toBe(
    'https://lienthong.example',
  )
})
