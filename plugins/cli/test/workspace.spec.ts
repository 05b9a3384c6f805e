import { mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Io } from '../src/io.ts'
import { Speech } from '../src/words/speech.ts'
import { push } from '../src/workspace/push.ts'
import { RealServer } from './real-server.ts'
import { startRelay } from './relay.ts'
import { Terminal } from './terminal.ts'

/** Marks, both kinds of line ends, an emoji of several characters, letters in one and in several. */
const hard = '\uFEFF# Hộ gia đình 👩‍👧\r\n\r\nTiê\u0301ng Việt e\u0302\u0301 🇻🇳\r\nkhông CR\ncuối'

describe('a folder linked to documents', () => {
  let server: RealServer
  let terminal: Terminal
  let editor: Record<string, string>

  beforeAll(async () => {
    server = await RealServer.start()
    terminal = await Terminal.open()
    editor = { LIENTHONG_SERVER: server.url, LIENTHONG_TOKEN: await server.tokenOf('editor') }
  })
  afterAll(async () => {
    await server.close()
    await terminal.close()
  })

  const run = (words: string, folder: string, env = editor) =>
    terminal.run(words.split(' '), { cwd: join(terminal.folder, folder), env })
  const read = (file: string) => readFile(join(terminal.folder, file), 'utf8')

  /** Somebody at a terminal who answers questions. */
  const person = (folder: string, confirm: Io['confirm']): Io => ({
    cwd: join(terminal.folder, folder),
    env: { ...terminal.env, ...editor },
    speech: new Speech('en'),
    isColourful: false,
    note: () => undefined,
    out: () => undefined,
    confirm,
  })

  /** A folder of its own with one document of its own, linked. */
  const linked = async (folder: string, document: string, text: string): Promise<void> => {
    await mkdir(join(terminal.folder, folder))
    await terminal.write(`${folder}/${document}`, text)
    const { code, err } = await run(`push ${document} dan-cu/${document} --yes`, folder)
    expect([code, err]).toEqual([0, ''])
  }

  it('[T12] brings every document of a database, and knows later what it brought', async () => {
    await mkdir(join(terminal.folder, 'whole'))
    expect((await run('pull dan-cu', 'whole')).code).toBe(0)
    const documents = await server.documents()
    for (const { path } of documents) expect(await read(`whole/${path}`)).toBe(await server.textOf(path))
    const file = await read('whole/.lienthong')
    expect(JSON.parse(file)).toMatchObject({ version: 1, server: server.url, database: 'dan-cu' })
    expect(Object.keys(JSON.parse(file).files)).toEqual(documents.map(({ path }) => path).sort())
    expect(file).not.toContain(editor.LIENTHONG_TOKEN)
    expect(await run('status', 'whole')).toMatchObject({ code: 0, out: expect.stringContaining('same') })
    expect((await run('pull', 'whole')).out).toMatch(/^0 files written/)
    expect((await run('pull', '.')).err).toMatch(/^WORKSPACE_MISSING: /)
    expect((await run('pull dan-cu/../x', 'whole')).err).toMatch(/^ADDRESS_INVALID: /)
  })

  it('[T13, T20] carries a single file there and back without changing a byte', async () => {
    await linked('single', 'kho.md', hard)
    expect(await server.textOf('kho.md')).toBe(hard.slice(1).replaceAll('\r\n', '\n'))
    expect(await read('single/kho.md')).toBe(hard)
    const crlf = '\uFEFFmột\r\nhai e\u0302\u0301\r\n'
    await linked('crlf', 'crlf.md', crlf)
    await rm(join(terminal.folder, 'crlf/crlf.md'))
    expect((await run('pull', 'crlf')).code).toBe(0)
    expect(await read('crlf/crlf.md')).toBe(crlf)
    await server.edit('kho.md', ({ text }) => text.insert(text.length, '\nthêm\n'))
    expect((await run('pull', 'single')).code).toBe(0)
    expect(await read('single/kho.md')).toBe(`${hard}\r\nthêm\r\n`)
    expect((await run('pull dan-cu/kho.md -o khac.md', 'crlf')).code).toBe(0)
    expect(await read('crlf/khac.md')).toBe(`${hard.slice(1)}\nthêm\n`.replaceAll('\r\n', '\n'))
    expect((await run('push khac.md dan-cu/crlf.md', 'crlf')).err).toMatch(/^FILE_LINKED: /)
  })

  it('[T14] sends the difference only, and says so once it is stored', async () => {
    await linked('edit', 'sua.md', 'một\r\nhai\r\nba\r\n')
    await server.edit('sua.md', async ({ text }) => {
      const seen: unknown[] = []
      text.observe(({ delta }) => seen.push(...delta))
      await terminal.write('edit/sua.md', 'một\r\nhai rưỡi\r\nba\r\n')
      const { code, out } = await run('push', 'edit')
      expect([code, out]).toEqual([0, expect.stringContaining('Pushed sua.md into dan-cu/sua.md\n')])
      expect(await server.textOf('sua.md')).toBe('một\nhai rưỡi\nba\n')
      expect(text.toString()).toBe('một\nhai rưỡi\nba\n')
      expect(seen).toEqual([{ retain: 7 }, { insert: ' rưỡi' }])
    })
    expect((await run('status', 'edit')).code).toBe(0)
  })

  it('[T15] makes no document without a yes', async () => {
    await terminal.write('whole/moi.schema.yaml', 'type: object\n')
    const unsaid = await run('push', 'whole')
    expect(unsaid.code).toBe(1)
    expect(unsaid.out).toContain('moi.schema.yaml: new here')
    expect(unsaid.out).toContain('1 new document not made in dan-cu: use --yes.')
    await expect(server.idOf('moi.schema.yaml')).rejects.toThrow('there is no')
    const asked: string[] = []
    const answering = (answer: boolean) =>
      person('whole', async question => {
        asked.push(question)
        return answer
      })
    expect(await push('.', undefined, {}, answering(false))).toBe(1)
    await expect(server.idOf('moi.schema.yaml')).rejects.toThrow('there is no')
    expect(await push('.', undefined, {}, answering(true))).toBe(0)
    expect(asked).toEqual(Array(2).fill('Make 1 new document in dan-cu? [y/N]'))
    expect((await server.documents()).find(({ path }) => path === 'moi.schema.yaml')).toMatchObject({
      format: 'json-schema-yaml',
    })
    await terminal.write('whole/Tên.md', 'x')
    expect((await run('push Tên.md --yes', 'whole')).err).toMatch(/^DOCUMENT_INVALID: /)
    await rm(join(terminal.folder, 'whole/Tên.md'))
  })

  it('[T16] shows a conflict and overwrites nothing, unless told, and keeps what it overwrites', async () => {
    await linked('conflict', 'xung-dot.md', 'một\nhai\nba\n')
    await server.edit('xung-dot.md', ({ text }) => text.insert(3, ' trên'))
    await terminal.write('conflict/xung-dot.md', 'một dưới\nhai\nba\n')
    for (const words of ['status', 'push', 'push --merge', 'pull', 'pull --merge']) {
      const { code, out } = await run(words, 'conflict')
      expect([words, code, out]).toEqual([words, 1, expect.stringContaining('xung-dot.md: conflict')])
    }
    const { out } = await run('pull', 'conflict', { ...editor, LANG: 'vi_VN.UTF-8' })
    expect(out).toContain('- một\n< một dưới\n> một trên\nHai bên sửa cùng dòng.')
    expect(await read('conflict/xung-dot.md')).toBe('một dưới\nhai\nba\n')
    expect(await server.textOf('xung-dot.md')).toBe('một trên\nhai\nba\n')
    expect((await run('pull --overwrite', 'conflict')).code).toBe(0)
    expect(await read('conflict/xung-dot.md')).toBe('một trên\nhai\nba\n')
    expect(await read('conflict/xung-dot.md.orig')).toBe('một dưới\nhai\nba\n')
  })

  it('[T16] leaves alone what was only changed here, and a file that never was the document', async () => {
    await linked('kept', 'giu.md', 'một\n')
    await terminal.write('kept/giu.md', 'một, sửa\n')
    expect((await run('pull', 'kept')).code).toBe(0)
    expect(await read('kept/giu.md')).toBe('một, sửa\n')
    await terminal.write('kept/la.md', 'khác hẳn\n')
    const { code, out } = await run('push la.md dan-cu/giu.md', 'kept')
    expect([code, out]).toEqual([1, expect.stringContaining('were never the same')])
    expect(await server.textOf('giu.md')).toBe('một\n')
  })

  it.each([
    [{}, 1, 'vội một\nhai\nba\n'],
    [{ merge: true }, 0, 'vội một\nhai\nba, sửa\n'],
  ])(
    '[T16, T17] compares afresh what somebody typed while it asked, with %j',
    async (options, code, text) => {
      const folder = `late-${code}`
      const document = `${folder}.md`
      await mkdir(join(terminal.folder, folder))
      expect((await run('pull dan-cu', folder)).code).toBe(0)
      await terminal.write(`${folder}/${document}`, 'một\nhai\nba\n')
      expect((await run('push --yes', folder)).code).toBe(0)
      await terminal.write(`${folder}/${document}`, 'một\nhai\nba, sửa\n')
      await terminal.write(`${folder}/${folder}-moi.md`, 'mới\n')
      const slow = person(folder, async () => {
        await server.edit(document, session => session.text.insert(0, 'vội '))
        return true
      })
      expect(await push('.', undefined, options, slow)).toBe(code)
      expect(await server.textOf(document)).toBe(text)
      expect(await read(`${folder}/${document}`)).toBe(code ? 'một\nhai\nba, sửa\n' : text)
    },
  )

  it.each(['push', 'pull'])('[T17] merges changes of different lines with %s --merge', async word => {
    await linked(word, `${word}.md`, 'một\r\nhai\r\nba\r\nbốn\r\n')
    await server.edit(`${word}.md`, ({ text }) => text.insert(0, 'không\n'))
    await terminal.write(`${word}/${word}.md`, 'một\r\nhai\r\nba\r\nbốn 👩‍👧\r\n')
    expect(await run(word, word)).toMatchObject({ code: 1, out: expect.stringContaining('--merge joins') })
    expect((await run(`${word} --merge`, word)).code).toBe(0)
    expect(await read(`${word}/${word}.md`)).toBe('không\r\nmột\r\nhai\r\nba\r\nbốn 👩‍👧\r\n')
    expect((await run('push', word)).code).toBe(0)
    expect(await server.textOf(`${word}.md`)).toBe('không\nmột\nhai\nba\nbốn 👩‍👧\n')
    expect((await run('status', word)).out).toContain('1 file is the same')
  })

  it('[T5] tells who may not write so, and changes nothing', async () => {
    await linked('refused', 'cam.md', 'một\n')
    await terminal.write('refused/cam.md', 'hai\n')
    await terminal.write('refused/cam-moi.md', 'mới\n')
    const reviewer = { ...editor, LIENTHONG_TOKEN: await server.tokenOf('reviewer') }
    for (const words of ['push', 'push cam-moi.md --yes'])
      expect(await run(words, 'refused', reviewer)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^RIGHT_MISSING: .+\n$/),
      })
    expect(await server.textOf('cam.md')).toBe('một\n')
    expect(await read('refused/cam.md')).toBe('hai\n')
  })

  it('[T18] writes nothing outside the folder, whatever a workspace or a link says', async () => {
    await linked('inside', 'trong.md', 'một\n')
    await server.edit('trong.md', ({ text }) => text.insert(0, 'không\n'))
    await terminal.write('ngoai.md', 'một\n')
    const file = join(terminal.folder, 'inside/trong.md')
    await rm(file)
    await symlink(join(terminal.folder, 'ngoai.md'), file)
    expect((await run('pull --overwrite', 'inside')).err).toMatch(/^FILE_OUTSIDE: /)
    const content = await read('inside/.lienthong')
    await terminal.write('inside/.lienthong', content.replace('"trong.md": {', '"ra/trong.md": {'))
    await symlink(terminal.folder, join(terminal.folder, 'inside/ra'))
    expect((await run('pull', 'inside')).err).toMatch(/^FILE_OUTSIDE: /)
    for (const name of ['../ngoai.md', '.git/hooks/pre-commit', '/etc/x.md']) {
      await terminal.write('inside/.lienthong', content.replace('"trong.md": {', `"${name}": {`))
      expect((await run('pull', 'inside')).err).toMatch(/^WORKSPACE_INVALID: /)
    }
    await terminal.write('inside/.lienthong', content)
    expect((await run('pull dan-cu/trong.md -o .bashrc', 'inside')).err).toMatch(/^FILE_OUTSIDE: /)
    await expect(read('inside/.bashrc')).rejects.toThrow('ENOENT')
    expect(await read('ngoai.md')).toBe('một\n')
  })

  it('[T19] sends a token to no server that only a folder names', async () => {
    await linked('foreign', 'la-nuoc.md', 'một\n')
    const { LIENTHONG_TOKEN = '' } = editor
    expect((await run('pull', 'foreign', { LIENTHONG_TOKEN })).err).toMatch(/^TOKEN_MISSING: /)
    const other = { LIENTHONG_TOKEN, LIENTHONG_SERVER: 'http://127.0.0.1:1' }
    expect((await run('pull', 'foreign', other)).err).toMatch(/^SERVER_OTHER: /)
    expect((await run('login', 'foreign')).code).toBe(0)
    expect((await run('pull', 'foreign', {})).code).toBe(0)
    expect((await run('logout', 'foreign')).code).toBe(0)
  })

  it('[T14] loses nothing when the server is killed in the middle, and goes on with the next push', async () => {
    const relay = await startRelay(server.url, 300_000, () => void server.end())
    const through = { ...editor, LIENTHONG_SERVER: relay.url }
    await mkdir(join(terminal.folder, 'killed'))
    await terminal.write('killed/mot.md', 'một\n')
    await terminal.write('killed/z-hai.md', 'hai\n')
    for (const file of ['mot.md', 'z-hai.md'])
      expect((await run(`push ${file} dan-cu/${file} --yes`, 'killed', through)).code).toBe(0)
    const long = Array.from({ length: 20_000 }, (_, at) => `dòng ${at} của một tệp dài`).join('\n')
    await terminal.write('killed/mot.md', 'một, sửa\n')
    await terminal.write('killed/z-hai.md', long)
    const cut = await run('push', 'killed', through)
    expect(cut.code).toBe(2)
    expect(cut.out).toContain('Pushed mot.md')
    expect(cut.out).not.toContain('Pushed z-hai.md')
    expect(cut.err).toMatch(/^SERVER_UNREACHABLE: .+\n$/)
    expect(await read('killed/z-hai.md')).toBe(long)
    server = await server.restart(Number(new URL(server.url).port))
    const after = { ...through, LIENTHONG_TOKEN: await server.tokenOf('editor') }
    expect((await run('push', 'killed', after)).code).toBe(0)
    expect(await server.textOf('mot.md')).toBe('một, sửa\n')
    expect(await server.textOf('z-hai.md')).toBe(long)
    expect((await run('status', 'killed', after)).code).toBe(0)
    await relay.close()
  })
})
