import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { randomOf } from '../../test/random.ts'
import { patchOf } from './patch.ts'

const run = promisify(execFile)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lienthong-patch-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What git makes of a text with the patch. */
const applied = async (before: string, after: string): Promise<string> => {
  await writeFile(join(folder, 'a.yaml'), before)
  await writeFile(join(folder, 'p.diff'), patchOf('a.yaml', before, after))
  await run('git', ['apply', '--whitespace=nowarn', 'p.diff'], { cwd: folder })
  return readFile(join(folder, 'a.yaml'), 'utf8')
}

describe('a patch of words that the server does not take', () => {
  it.each([
    ['in an empty text', '', 'một\n'],
    ['that take all away', 'một\nhai', ''],
    ['in the middle of lines', 'một\nhai\nba\n', 'mốt\nhai\nbà\n'],
    ['behind a last line without an end', 'một\nhai', 'một\nhai ba'],
    ['that end the last line', 'một\nhai', 'một\nhai\n'],
    ['that take the end of the last line', 'một\nhai\n', 'một\nhai'],
    ['far from each other', 'a\n'.repeat(40), `x\n${'a\n'.repeat(19)}b\n${'a\n'.repeat(20)}z`],
  ])('[E6] has words %s', async (_, before, after) => {
    expect(await applied(before, after)).toBe(after)
  })

  it('[E6] shows whole lines with what is around them, and nothing when there is nothing', () => {
    const before = 'type: object\nproperties:\n  ten: {}\n  tuoi: {}\n'
    const after = before.replace('ten: {}', 'hoTen: {}')
    expect(patchOf('cong-dan.yaml', before, after)).toBe(
      `--- a/cong-dan.yaml
+++ b/cong-dan.yaml
@@ -1,4 +1,4 @@
 type: object
 properties:
-  ten: {}
+  hoTen: {}
   tuoi: {}
`,
    )
    expect(patchOf('cong-dan.yaml', before, before)).toBe('')
  })

  it('[E6] leads from any text to any other', async () => {
    const random = randomOf(7)
    const line = () => `${random.pick(['a', 'b', 'cc', ''])}${random.chance(0.9) ? '\n' : ''}`
    for (let round = 0; round < 60; round++) {
      const before = Array.from({ length: 1 + random.below(25) }, line).join('')
      let after = before
      for (let edit = random.below(5) + 1; edit > 0; edit--) {
        const at = random.below(after.length + 1)
        after = after.slice(0, at) + (random.chance(0.6) ? line() : '') + after.slice(at + random.below(4))
      }
      if (after !== before) expect(await applied(before, after)).toBe(after)
    }
  })
})
