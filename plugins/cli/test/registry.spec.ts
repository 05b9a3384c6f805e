import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RealServer } from './real-server.ts'
import { Terminal } from './terminal.ts'

describe('lienthong plugin, with a server', () => {
  let terminal: Terminal
  let server: RealServer
  let author: Record<string, string>
  let admin: Record<string, string>

  beforeAll(async () => {
    terminal = await Terminal.open()
    await terminal.run(['plugin', 'new', 'my-rules'])
    server = await RealServer.start()
    const envOf = async (role: string) => ({
      LIENTHONG_SERVER: server.url,
      LIENTHONG_TOKEN: await server.tokenOf(role),
    })
    author = await envOf('editor')
    admin = await envOf('administrator')
  })
  afterAll(async () => {
    await server?.close()
    await terminal?.close()
  })

  const plugin = (env: Record<string, string>, ...words: string[]) =>
    terminal.run(['plugin', ...words], { env })
  const become = async (version: string, from: string, to: string) => {
    const manifest = join(terminal.folder, 'my-rules/plugin.json')
    const rule = join(terminal.folder, 'my-rules/src/described-fields.ts')
    await writeFile(
      manifest,
      (await readFile(manifest, 'utf8')).replace(/"version": "[^"]*"/, `"version": "${version}"`),
    )
    await writeFile(rule, (await readFile(rule, 'utf8')).replaceAll(from, to))
  }

  it('[T9, T27, T34] rehearses, publishes, approves, installs, rolls back and removes, and shows what the server refuses', async () => {
    const rehearsed = await plugin(author, 'rehearse', 'my-rules', '--for', 'BCA')
    expect([rehearsed.code, rehearsed.err]).toEqual([0, ''])
    expect(rehearsed.out).toMatch(
      /^dan-cu\/cong-dan\.schema\.yaml: \d+ new \(0 errors\), 0 gone, 0 unchanged$/m,
    )
    expect(rehearsed.out).toMatch(/^ {2}\+ \d+ warning .* my-rules\/described-fields$/m)
    expect(rehearsed.out).toMatch(/^\d+ texts of \d+ documents: \d+ new findings, 0 gone, failed on 0\.$/m)
    expect(await plugin(author, 'list')).toMatchObject({ out: expect.not.stringContaining('my-rules') })
    const published = await plugin(author, 'publish', 'my-rules')
    expect(published.out).toBe(
      `Sent my-rules 0.1.0 to ${server.url}: 1 rule.\nSomebody else has to approve it: ${server.url}/plugins/my-rules\n`,
    )
    expect((await plugin(author, 'publish', 'my-rules')).code).toBe(0)
    expect((await plugin(author, 'approve', 'my-rules')).err).toMatch(/^RIGHT_MISSING: /)
    expect((await plugin(admin, 'install', 'my-rules', '--lang', 'vi')).err).toMatch(
      /^PLUGIN_NOT_APPROVED: Phiên bản 0\.1\.0/,
    )
    expect((await plugin(admin, 'approve', 'my-rules', '--note', 'ổn')).out).toBe(
      'Approved my-rules 0.1.0. To run it: npx lienthong plugin install my-rules --for <organisation>\n',
    )
    expect((await plugin(author, 'publish', 'my-rules')).out).toBe(
      `${server.url} has my-rules 0.1.0 with this content already: approved.\n`,
    )
    expect((await plugin(admin, 'install', 'my-rules', '--for', 'BCA')).out).toBe(
      `my-rules 0.1.0 runs for BCA on ${server.url}: 1 rule, in every open document.\n`,
    )
    expect((await plugin(author, 'list')).out).toMatch(
      /^my-rules 0\.1\.0 {2}my-rules \(1\) {2}runs for BCA$/m,
    )

    await become('0.1.0', "'warning'", "'error'")
    const taken = await plugin(author, 'publish', 'my-rules', '--lang', 'vi')
    expect([taken.code, taken.err]).toEqual([
      2,
      expect.stringMatching(/^PLUGIN_VERSION_TAKEN: Phiên bản 0\.1\.0/),
    ])
    await become('0.2.0', "'error'", "'error'")
    await plugin(author, 'publish', 'my-rules')
    const preview = await plugin(admin, 'rehearse', 'my-rules@0.2.0', '--for', 'BCA', '--lang', 'vi')
    expect(preview.code).toBe(1)
    expect(preview.out).toMatch(/(\d+) phát hiện mới \(\1 lỗi\), \1 mất đi, 0 giữ nguyên/)
    expect(preview.out).toMatch(/^ {2}\+ \d+ lỗi .* my-rules\/described-fields$/m)
    await plugin(admin, 'approve', 'my-rules@0.2.0')
    expect((await plugin(admin, 'install', 'my-rules', '--for', 'BCA')).out).toContain(
      'my-rules 0.2.0 runs for BCA',
    )
    await plugin(
      admin,
      'deprecate',
      'my-rules@0.1.0',
      '--reason',
      'báo nhầm quá nhiều',
      '--successor',
      '0.2.0',
    )
    const back = await plugin(admin, 'install', 'my-rules@0.1.0', '--for', 'BCA', '--lang', 'vi')
    expect(back.out).toContain('my-rules 0.1.0 đang chạy cho BCA')
    expect(back.out).toContain('Không nên dùng nữa, hãy dùng 0.2.0: báo nhầm quá nhiều')
    const { out } = await plugin(author, 'versions', 'my-rules')
    expect(out).toMatch(/^0\.2\.0 {2}approved {2}sha256 [0-9a-f]{12} {2}\d{4}-\d\d-\d\d Nguyễn Văn An$/m)
    expect(out).toMatch(
      /^0\.1\.0 {2}approved {2}runs for BCA .* {2}ổn\n {2}Deprecated, use 0\.2\.0: báo nhầm/m,
    )

    expect((await plugin(admin, 'resume', 'my-rules')).out).toBe(`my-rules runs again on ${server.url}.\n`)
    expect((await plugin(admin, 'withdraw', 'my-rules@0.1.0')).err).toMatch(/^PLUGIN_IN_USE: /)
    expect((await plugin(admin, 'remove', 'my-rules', '--for', 'BCA')).out).toBe(
      `Took my-rules out of use for BCA on ${server.url}.\n`,
    )
    expect((await plugin(admin, 'remove', 'my-rules', '--for', 'BCA')).err).toMatch(/^PLUGIN_NOT_INSTALLED: /)
    expect((await plugin(admin, 'withdraw', 'my-rules@0.1.0')).out).toBe('Took back my-rules 0.1.0.\n')
    expect((await plugin(admin, 'resume', 'others')).err).toMatch(/^PLUGIN_NOT_FOUND: /)
    expect((await plugin(admin, 'install', 'my-rules@1')).err).toMatch(/^PLUGIN_NAME_INVALID: /)
    expect((await plugin(admin, 'install', '../my-rules')).err).toMatch(/^PLUGIN_NAME_INVALID: /)
    expect((await plugin({ ...admin, LIENTHONG_TOKEN: 'ltp_other' }, 'list')).err).toMatch(/^TOKEN_INVALID: /)
  })

  it('[T10] remembers a token that works, for its server alone, readable by this person alone', async () => {
    const wrong = await terminal.run(['login', '--server', server.url, '--token', 'ltp_other'])
    expect(wrong.err).toMatch(/^TOKEN_INVALID: /)
    expect((await terminal.run(['plugin', 'list'])).err).toMatch(/^SERVER_MISSING: /)

    const token = admin.LIENTHONG_TOKEN ?? ''
    const { out } = await terminal.run(['login', '--server', server.url, '--token', token])
    expect(out).toContain('Vũ Minh Quân')
    const file = join(terminal.folder, '.config/lienthong/credentials.json')
    expect((await stat(file)).mode & 0o077).toBe(0)
    expect((await terminal.run(['plugin', 'list'])).code).toBe(0)
    expect((await terminal.run(['plugin', 'list', '--server', 'http://127.0.0.1:1'])).err).toMatch(
      /^TOKEN_MISSING: /,
    )

    await terminal.run(['logout'])
    expect((await terminal.run(['plugin', 'list'])).err).toMatch(/^SERVER_MISSING: /)
  })
})
