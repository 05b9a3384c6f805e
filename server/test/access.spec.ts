import { createHash } from 'node:crypto'
import { LedgerEntry, Me, Person, pageOf, RoleGrant, SignedIn, SignInLink } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import * as z from 'zod/mini'
import { SignInLinksService } from '../src/access/sign-in-links.service.ts'
import { answered, refusal } from './json.ts'
import { databases, startServer, type TestServer } from './start-server.ts'

const password = 'một mật khẩu đủ dài'

describe.each(databases)('access on %s', database => {
  let server: TestServer
  let admin: string

  beforeAll(async () => {
    server = await startServer({ database })
    admin = (await server.person({ roles: [['administrator', 'VN']] })).token
  })

  const createPerson = async (username: string, organisation: string | null = null, as = admin) =>
    server.fetch('/people', {
      token: as,
      body: {
        username,
        displayName: `Người ${username}`,
        password,
        organisationId: organisation && (await server.organisation(organisation)),
      },
    })
  const signIn = (username: string, secret = password) =>
    server.fetch('/sessions', { body: { username, password: secret } })
  const me = async (token?: string) =>
    refusal(await server.fetch('/me', token === undefined ? {} : { token }))
  const sql = (query: string) => server.app.get(EntityManager).query(query)

  it('[A1] tells no token, an unknown one and an expired one apart', async () => {
    expect(await me()).toBe('401 TOKEN_MISSING')
    expect(await me('ltp_unknown')).toBe('401 TOKEN_INVALID')
    expect(await me('eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.')).toBe('401 TOKEN_INVALID')
    const { token, personId } = await server.person()
    expect(await me(token)).toBe('200')
    await sql(
      `UPDATE personal_tokens SET expires_at = '2020-01-01T00:00:00.000Z' WHERE person_id = '${personId}'`,
    )
    expect(await me(token)).toBe('401 TOKEN_EXPIRED')
  })

  it('[A1] refuses every described route without a token, except the open ones', async () => {
    const description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    const { paths } = await answered(await fetch(`${server.url}/api/docs-json`), description)
    const open: string[] = []
    for (const [path, operations] of Object.entries(paths)) {
      for (const method of Object.keys(operations)) {
        const url = server.url + path.replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000')
        const { status } = await fetch(url, { method: method.toUpperCase() })
        if (status !== 401) open.push(`${method} ${path}`)
      }
    }
    expect(open.sort()).toEqual([
      'get /api/v1/plugins/{id}/rules/{rule}',
      'get /api/v1/sign-in-links/{token}',
      'get /health/live',
      'get /health/ready',
      'post /api/v1/sessions',
      'post /api/v1/sessions/code',
      'post /api/v1/sessions/refresh',
      'post /api/v1/sign-in-links/{token}',
    ])
  })

  it('[A2] gives rights by grants only, on the subtree', async () => {
    await server.organisation('BO')
    await server.organisation('CUC', 'BO')
    const { token: nobody } = await server.person()
    expect(await refusal(await server.fetch('/organisations', { token: nobody }))).toBe('403 RIGHT_MISSING')
    expect(await answered(await server.fetch('/me', { token: nobody }), Me)).toMatchObject({ actions: [] })
    const { token } = await server.person({ roles: [['administrator', 'BO']] })
    const below = { code: 'PHONG', name: { vi: 'Phòng', en: null }, kind: 'office' }
    const at = async (code: string) => ({ ...below, parentId: await server.organisation(code) })
    expect((await server.fetch('/organisations', { token, body: await at('CUC') })).status).toBe(201)
    expect(await refusal(await server.fetch('/organisations', { token, body: await at('VN') }))).toBe(
      '403 RIGHT_MISSING',
    )
  })

  it('[A3] keeps argon2id, answers wrong names and passwords alike, and slows guessing down', async () => {
    expect((await createPerson('hoa')).status).toBe(201)
    expect(await refusal(await createPerson('hoa'))).toBe('409 USERNAME_TAKEN')
    const [{ password_hash: stored }] = await sql("SELECT password_hash FROM people WHERE username = 'hoa'")
    expect(stored).toMatch(/^\$argon2id\$/)
    const wrong = [await signIn('hoa', 'sai'), await signIn('khong-ai', 'sai')]
    expect(await Promise.all(wrong.map(refusal))).toEqual(['401 CREDENTIALS_WRONG', '401 CREDENTIALS_WRONG'])
    for (let attempt = 0; attempt < 10; attempt++) expect((await signIn('Hoa')).status).toBe(201)
    for (let attempt = 0; attempt < 8; attempt++)
      expect(await refusal(await signIn('hoa', 'sai'))).toBe('401 CREDENTIALS_WRONG')
    const limited = await signIn('hoa')
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refusal(limited)).toBe('429 RATE_LIMITED')
  })

  it('[A4] lives ten minutes, refreshes once, and ends the session at the second use', async () => {
    await createPerson('lan')
    const first = await answered(await signIn('lan'), SignedIn)
    const lifetimeMs = Date.parse(first.accessTokenExpiresAt) - Date.now()
    expect(lifetimeMs).toBeGreaterThan(9 * 60_000)
    expect(lifetimeMs).toBeLessThanOrEqual(10 * 60_000)
    const refresh = (refreshToken: string) => server.fetch('/sessions/refresh', { body: { refreshToken } })
    const second = await answered(await refresh(first.refreshToken), SignedIn)
    expect(await me(second.accessToken)).toBe('200')
    expect(await refusal(await refresh(first.refreshToken))).toBe('401 TOKEN_INVALID')
    expect(await refusal(await refresh(second.refreshToken))).toBe('401 TOKEN_INVALID')
    expect(await me(second.accessToken)).toBe('401 TOKEN_INVALID')
  })

  it('[A5] shows a personal token once, lists, ends and revokes it', async () => {
    await createPerson('mai')
    const { accessToken } = await answered(await signIn('mai'), SignedIn)
    const make = (token: string) =>
      server.fetch('/tokens', { token, body: { name: 'CI', expiresInDays: 30 } })
    const made = await answered(await make(accessToken), z.object({ id: z.string(), token: z.string() }))
    expect(await me(made.token)).toBe('200')
    expect(await refusal(await make(made.token))).toBe('403 RIGHT_MISSING')
    const listed = await (await server.fetch('/tokens', { token: accessToken })).text()
    expect(listed).toContain(made.id)
    expect(listed).not.toContain(made.token)
    expect(JSON.stringify(await sql('SELECT * FROM personal_tokens'))).not.toContain(made.token)
    const revoke = () => server.fetch(`/tokens/${made.id}`, { token: accessToken, method: 'DELETE' })
    expect((await revoke()).status).toBe(204)
    expect(await me(made.token)).toBe('401 TOKEN_INVALID')
    expect(await refusal(await revoke())).toBe('404 RECORD_NOT_FOUND')
  })

  it('[A5] opens no session with a personal token', async () => {
    const { token } = await server.person({ roles: [['editor', 'VN']] })
    const challenge = createHash('sha256').update('v'.repeat(43)).digest('base64url')
    const code = await server.fetch('/sign-in-codes', { token, body: { challenge } })
    expect(await refusal(code)).toBe('403 RIGHT_MISSING')
  })

  it('[A8] hands a sign-in to an editor once, with the right verifier only', async () => {
    await createPerson('trinh-duyet')
    const { accessToken: token } = await answered(await signIn('trinh-duyet'), SignedIn)
    const verifier = 'v'.repeat(43)
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const newCode = async () =>
      (
        await answered(
          await server.fetch('/sign-in-codes', { token, body: { challenge } }),
          z.object({ code: z.string() }),
        )
      ).code
    const exchange = (code: string, by = verifier) =>
      server.fetch('/sessions/code', { body: { code, verifier: by } })
    const code = await newCode()
    expect((await answered(await exchange(code), SignedIn)).refreshToken).toMatch(/^ltr_/)
    expect(await refusal(await exchange(code))).toBe('410 LINK_USED')
    const stolen = await newCode()
    expect(await refusal(await exchange(stolen, 'w'.repeat(43)))).toBe('401 CREDENTIALS_WRONG')
    expect(await refusal(await exchange(stolen))).toBe('410 LINK_USED')
    const late = await newCode()
    await sql(`UPDATE one_time_secrets SET expires_at = '2020-01-01T00:00:00.000Z' WHERE used_at IS NULL`)
    expect(await refusal(await exchange(late))).toBe('410 LINK_USED')
  })

  it('[A9] keeps an administrator of a subtree inside it', async () => {
    await server.organisation('TINH')
    const { token: local } = await server.person({ roles: [['administrator', 'TINH']] })
    const inside = await answered(await createPerson('trong', 'TINH', local), Person)
    expect(await refusal(await createPerson('ngoai', null, local))).toBe('403 RIGHT_MISSING')
    const page = await answered(await server.fetch('/people?q=trong', { token: local }), pageOf(Person))
    expect(page.items.map(({ username }) => username)).toEqual(['trong'])
    const all = await answered(await server.fetch('/people', { token: local }), pageOf(Person))
    expect(all.items.map(({ organisationId }) => organisationId)).not.toContain(null)

    const grants = `/people/${inside.id}/grants`
    const organisationId = await server.organisation('TINH')
    const national = { role: 'steward', organisationId: await server.organisation('VN') }
    expect(await refusal(await server.fetch(grants, { token: local, body: national }))).toBe(
      '403 RIGHT_MISSING',
    )
    const grant = { role: 'editor', organisationId }
    expect((await server.fetch(grants, { token: local, body: grant })).status).toBe(201)
    await server.fetch(grants, { token: admin, body: national })
    const takeOver = await server.fetch(`/people/${inside.id}`, {
      token: local,
      method: 'PATCH',
      body: { password },
    })
    expect(await refusal(takeOver)).toBe('403 RIGHT_MISSING')
  })

  it('[A10] writes every change into the ledger without names or secrets', async () => {
    const person = await answered(await createPerson('thanh'), Person)
    const organisationId = await server.organisation('VN')
    const path = `/people/${person.id}`
    const grant = await answered(
      await server.fetch(`${path}/grants`, { token: admin, body: { role: 'viewer', organisationId } }),
      RoleGrant,
    )
    await server.fetch(`${path}/grants/${grant.id}`, { token: admin, method: 'DELETE' })
    const change = { displayName: 'Tên Mới', password: `${password} nữa` }
    await server.fetch(path, { token: admin, method: 'PATCH', body: change })
    await server.fetch(path, { token: admin, method: 'PATCH', body: { isActive: false } })
    const page = await answered(
      await server.fetch(`/ledger?subjectId=${person.id}`, { token: admin }),
      pageOf(LedgerEntry),
    )
    expect(page.items.map(({ action }) => action).reverse()).toEqual([
      'person:create',
      'role:grant',
      'role:withdraw',
      'person:change',
      'person:deactivate',
    ])
    const text = JSON.stringify(page)
    for (const secret of [password, 'Tên Mới', 'thanh']) expect(text).not.toContain(secret)
    expect(await refusal(await signIn('thanh', change.password))).toBe('401 CREDENTIALS_WRONG')
  })
})

describe.each(databases)('the first people on %s', database => {
  it('[A7] makes the first administrator once, by the newest link', async () => {
    const server = await startServer({ database })
    const links = () => server.app.get(SignInLinksService)
    const old = await links().forFirstAdministrator()
    const link = await links().forFirstAdministrator()
    const use = (secret: string | null, body: object) => server.fetch(`/sign-in-links/${secret}`, { body })
    const account = { username: 'quan-tri', displayName: 'Quản trị', password }
    expect(await refusal(await use(old, account))).toBe('410 LINK_USED')
    const described = await answered(await server.fetch(`/sign-in-links/${link}`), SignInLink)
    expect(described).toEqual({ purpose: 'first-administrator', displayName: null })
    expect(await refusal(await use(link, {}))).toBe('400 MESSAGE_INVALID')
    expect(await refusal(await use(link, { ...account, password: 'ngắn' }))).toBe('422 PASSWORD_WEAK')
    const [one, other] = await Promise.all([use(link, account), use(link, { ...account, username: 'khac' })])
    expect([one.status, other.status].sort()).toEqual([201, 410])
    const { me, accessToken } = await answered(one.ok ? one : other, SignedIn)
    expect(me.actions).toContain('person:manage')
    const ledger = await server.fetch(`/ledger?subjectId=${me.person.id}`, { token: accessToken })
    const { items } = await answered(ledger, pageOf(LedgerEntry))
    expect(items.map(({ action }) => action)).toEqual(['role:grant', 'person:create'])
    expect(await links().forFirstAdministrator()).toBeNull()
  })
})
