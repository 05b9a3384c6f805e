import { Terminal } from './terminal.ts'

const next = 'lienthong-disable-next-line'
const rule = 'vietnam-identifiers/personal-id'
const reason = 'hệ thống cũ, bỏ trong quý 3'

const schema = (comment: string) => `$schema: https://json-schema.org/draft/2020-12/schema
properties:
  # ${comment}
  cccd: { type: integer, x-personal-data: basic }
`
const script = (comment: string) => `create table t (
  id bigint primary key,
  -- ${comment}
  so_cccd bigint
);
comment on table t is 'Dữ liệu cá nhân cơ bản';
`
const specification = (comment: string) => `# Đặc tả

<!-- ${comment} -->
Xem [phần khác](#khong-co).
`

describe('suppressions in lienthong check', () => {
  let terminal: Terminal

  beforeAll(async () => {
    terminal = await Terminal.open()
  })
  afterAll(() => terminal.close())

  const checked = async (name: string, text: string, lang = 'en') => {
    await terminal.write(name, text)
    return terminal.run(['check', name, '--lang', lang])
  }

  it.each<[string, (comment: string) => string, string]>([
    ['a.yaml', schema, rule],
    ['a.sql', script, rule],
    ['a.md', specification, 'schema-core/broken-link'],
  ])('[V22, V23] take a finding of %s out of the report, once they say why', async (name, document, id) => {
    expect(await checked(name, document('...'))).toMatchObject({
      code: 1,
      out: expect.stringContaining(id),
    })
    expect(await checked(name, document(`${next} ${id} -- ${reason}`))).toMatchObject({
      code: 0,
      out: 'Files: 1, nothing found.\n',
    })
    const unsaid = await checked(name, document(`${next} ${id}`))
    expect(unsaid.code).toBe(1)
    expect(unsaid.out).toContain('lienthong/suppression-reason')
    expect(unsaid.out).toMatch(new RegExp(` error .* ${id}\n`))
  })

  it('[V24, V25] are findings themselves where they do nothing or name nothing, in the person’s language', async () => {
    const unused = schema(`${next} ${rule} -- ${reason}`).replace(
      'integer',
      () => "string, pattern: '^[0-9]{12}$'",
    )
    expect((await checked('u.yaml', unused)).out).toContain(
      `u.yaml:3:33 warning ${rule} finds nothing on the line below: the suppression is not used. (fixable: Remove the suppression) lienthong/suppression-unused`,
    )
    expect((await checked('u.yaml', unused, 'vi')).out).toContain(
      `${rule} không phát hiện gì ở dòng dưới: bỏ qua thừa.`,
    )
    const unknown = schema(`${next} ${rule}s -- ${reason}`)
    expect((await checked('u.yaml', unknown)).out).toContain(
      `There is no rule "${rule}s". Did you mean "${rule}"?`,
    )
    expect((await checked('u.yaml', unknown, 'vi')).out).toContain(
      `Không có quy tắc "${rule}s". Có phải "${rule}"?`,
    )
  })

  it('[V24] can be told apart by the configuration like any rule', async () => {
    await terminal.write('lienthong.config.yaml', 'rules: { lienthong/suppression-unused: error }\n')
    const unused = `$schema: https://json-schema.org/draft/2020-12/schema\n# ${next} ${rule} -- ${reason}\ntype: object\n`
    expect((await checked('u.yaml', unused)).code).toBe(1)
  })
})
