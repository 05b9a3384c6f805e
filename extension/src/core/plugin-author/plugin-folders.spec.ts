import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pluginFoldersIn } from './plugin-folders.ts'

const folder = await mkdtemp(join(tmpdir(), 'lienthong-folders-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const write = async (...files: string[]): Promise<void> => {
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), '')
  }
}

describe('pluginFoldersIn', () => {
  it('[E32] finds the sources of plugins, not what was packed, installed or is another product’s', async () => {
    for (const plugin of ['b/plugins/two', 'a', 'a/node_modules/other', 'a/dist', '.cache/hidden'])
      await write(`${plugin}/plugin.json`, `${plugin}/src/index.ts`)
    await write('elsewhere/plugin.json', 'src/index.ts')
    expect(await pluginFoldersIn(folder)).toEqual([join(folder, 'a'), join(folder, 'b/plugins/two')])
    expect(await pluginFoldersIn(join(folder, 'a'))).toEqual([join(folder, 'a')])
    expect(await pluginFoldersIn(join(folder, 'nowhere'))).toEqual([])
  })
})
