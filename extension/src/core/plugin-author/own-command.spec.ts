import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandFor } from './own-command.ts'

const folder = await mkdtemp(join(tmpdir(), 'lienthong-command-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('commandFor', () => {
  it('[E32] finds the command that npx would, in the folder or above it', async () => {
    const bin = join(folder, 'node_modules/lienthong/bin')
    await mkdir(bin, { recursive: true })
    await writeFile(join(bin, 'lienthong.js'), '')
    expect(commandFor(folder)).toBe(join(bin, 'lienthong.js'))
    expect(commandFor(join(folder, 'src/rules'))).toBe(join(bin, 'lienthong.js'))
    expect(commandFor(join(folder, '..'))).toBeUndefined()
  })
})
