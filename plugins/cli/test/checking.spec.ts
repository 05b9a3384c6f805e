import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository, Terminal } from './terminal.ts'

/** A code block, and the file that it is the content of: "With this `name`:" stands before it. */
const block = /(?:`([^`\n]+)`:\n\n)?```(\w+)\n([\s\S]*?)```/g

describe('what is written of lienthong check', () => {
  let terminal: Terminal

  beforeEach(async () => {
    terminal = await Terminal.open()
  })
  afterEach(() => terminal.close())

  it.each([
    ['docs/checking-files.md', 10],
    ['README.md', 2],
  ])('[T11] happens as %s says', async (guide, count) => {
    let sessions = 0
    for (const [, name, language, text = ''] of (await readFile(join(repository, guide), 'utf8')).matchAll(
      block,
    )) {
      if (name !== undefined) await terminal.write(name, text)
      if (language !== 'console') continue
      for (const session of text.split(/^\$ /m).slice(1)) {
        const [command = '', output = ''] = session.split(/\n(.*)/s)
        const { out, err } = await terminal.run(command.split(' ').slice(2))
        expect({ command, printed: out + err }).toEqual({ command, printed: output })
        sessions++
      }
    }
    expect(sessions).toBe(count)
  })
})
