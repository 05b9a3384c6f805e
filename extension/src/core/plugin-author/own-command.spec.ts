import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { commandFor } from './own-command.ts'

const folder = await mkdtemp(join(tmpdir(), 'lienthong-command-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('commandFor', () => {
  it('[E32] finds the command that npx would, in the folder or above it', async () => {
    const bin = join(folder, 'node_modules/lienthong/bin')
    await mkdir(bin, { recursive: true })
    await writeFile(join(bin, 'lienthong.js'), '')
    expect(commandFor(folder)).toBe(join(bin, 'lienthong.js'))
    await mkdir(join(folder, 'src/rules'), { recursive: true })
    expect(commandFor(join(folder, 'src/rules'))).toBe(join(bin, 'lienthong.js'))
    expect(commandFor(join(folder, '..'))).toBeUndefined()
  })

  it('[E32] takes none that somebody else may have put there', async () => {
    const shared = join(folder, 'shared')
    const bin = join(shared, 'node_modules/lienthong/bin')
    await mkdir(join(shared, 'own'), { recursive: true })
    await mkdir(bin, { recursive: true })
    await writeFile(join(bin, 'lienthong.js'), '')
    expect(commandFor(join(shared, 'own'))).toBe(join(bin, 'lienthong.js'))
    const me = process.getuid?.() ?? 0
    const asSomebodyElse = jest.spyOn(process, 'getuid').mockReturnValue(me + 1)
    expect(commandFor(join(shared, 'own'))).toBeUndefined()
    asSomebodyElse.mockRestore()
  })
})
