import { spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { folderInside, type Ran, repository, Terminal } from './terminal.ts'

describe('docs/plugin-authoring.md', () => {
  let terminal: Terminal
  let guide: string
  let parent: string
  let folder: string

  beforeAll(async () => {
    guide = await readFile(join(repository, 'docs/plugin-authoring.md'), 'utf8')
    terminal = await Terminal.open()
    parent = await folderInside()
    folder = join(parent, 'my-rules')
  })
  afterAll(async () => {
    await terminal.close()
    await rm(parent, { recursive: true, force: true })
  })

  const blocks = (language: string) =>
    [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
      ([, text = '']) => text,
    )

  /** Every command of the guide that needs no server, and what the guide says that it prints. */
  const sessions = () =>
    blocks('console')
      .join('')
      .split(/^\$ /m)
      .map(session => session.split(/\n(.*)/s))
      .map(([command = '', output = '']) => ({ command, output }))
      .filter(({ command }) => /^npx lienthong (plugin (new|test)|check)/.test(command))

  const run = (command: string, cwd: string): Promise<Ran> =>
    terminal.run(command.split(' ').slice(2), { cwd })

  it('[T11] is what really happens', async () => {
    const [makes, first, second, failing, checks, ...others] = sessions()
    expect(others).toEqual([])
    expect((await run(makes?.command ?? '', parent)).out).toBe(makes?.output)
    expect((await run(first?.command ?? '', folder)).out).toBe(first?.output)

    const [rule = '', index = '', completion = '', cases = ''] = blocks('ts')
    await writeFile(join(folder, 'src/id-suffix.ts'), rule)
    await writeFile(join(folder, 'src/index.ts'), index)
    await writeFile(join(folder, 'src/id-suffix.cases.ts'), cases)
    await writeFile(join(folder, 'cong-dan.sql'), blocks('sql')[0] ?? '')
    expect((await run(second?.command ?? '', folder)).out).toBe(second?.output)
    expect((await run(checks?.command ?? '', folder)).out).toBe(checks?.output)

    const [watches = '', afterwards = ''] = blocks('console').filter(text =>
      /plugin dev|: 0 findings/.test(text),
    )
    const [command = '', output = ''] = watches.replace(/^\$ /, '').split(/\n(.*)/s)
    const dev = terminal.start(command.split(' ').slice(2), { cwd: folder })
    expect(await dev.take(/findings?\.\n$/)).toBe(output)
    const script = (blocks('sql')[0] ?? '').replaceAll(/\bma\b/g, 'cong_dan_id')
    await writeFile(join(folder, 'cong-dan.sql'), script)
    expect(await dev.take(/findings?\.\n$/)).toBe(afterwards)
    dev.end('SIGINT')
    expect((await dev.ended).code).toBe(0)

    const manifest = await readFile(join(folder, 'plugin.json'), 'utf8')
    await writeFile(join(folder, 'plugin.json'), `{${blocks('json')[0]},${manifest.trim().slice(1)}`)
    await writeFile(join(folder, 'lienthong.config.yaml'), 'plugins: [.]\nset: strict\n')
    const strict = await terminal.run(['check', 'cong-dan.sql'], { cwd: folder })
    expect([strict.code, strict.err]).toEqual([0, ''])

    await writeFile(join(folder, 'src/id-suffix.cases.ts'), cases.replace("marked: 'ma'", "marked: 'mã'"))
    expect((await run(failing?.command ?? '', folder)).out).toBe(failing?.output)

    const [, helpCases = ''] = guide.match(/`('phan-loai': defineHelpCases\(.*?\))`;/) ?? []
    await writeFile(join(folder, 'src/phan-loai.ts'), completion)
    await writeFile(
      join(folder, 'src/index.ts'),
      `import { phanLoai } from './phan-loai.ts'\n${index.replace(/\n\}\)/, "\n  completions: { 'phan-loai': phanLoai },\n})")}`,
    )
    await writeFile(
      join(folder, 'src/phan-loai.cases.ts'),
      `import { defineHelpCases } from '@lienthong/plugin-sdk'\nexport default { ${helpCases} }\n`,
    )
    expect((await terminal.run(['plugin', 'test'], { cwd: folder })).out).toContain('✓ phan-loai (1/1)')

    const tsc = join(repository, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    expect(stdout).toBe('')
  })
})
