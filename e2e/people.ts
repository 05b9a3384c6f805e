import { randomUUID } from 'node:crypto'
import { CreatedToken, Me, Person, pageOf, type Role, RoleGrant, SignedIn } from '@lienthong/protocol'
import * as z from 'zod/mini'
import type { DemoPerson, RunningProduct } from './product.ts'

const password = 'một mật khẩu đủ dài'

/** The demo person with another token: that of an account with the same name and roles, which goes on when the server starts without the demo. */
export async function lastingPerson(product: RunningProduct, username: string): Promise<DemoPerson> {
  const demoPerson = await product.person(username)
  const { token: administrator } = await product.person('quan')
  const found = await call(product, pageOf(Person), `/people?q=${username}`, administrator)
  const { displayName, organisationId, grants } =
    found.items.find(person => person.username === username) ?? missing(username)
  const account = { username: `${username}-${randomUUID()}`, displayName, password, organisationId }
  const { id } = await call(product, Person, '/people', administrator, account)
  for (const { role, organisationId } of grants)
    await call(product, RoleGrant, `/people/${id}/grants`, administrator, { role, organisationId })
  const { accessToken } = await call(product, SignedIn, '/sessions', '', account)
  const { token } = await call(product, CreatedToken, '/tokens', accessToken, { name: 'e2e' })
  return { ...demoPerson, token }
}

/** Gives a person these roles in place of all that they have, at their own organisation. */
export async function changeRoles(
  product: RunningProduct,
  administrator: string,
  { token }: Pick<DemoPerson, 'token'>,
  roles: Role[],
): Promise<void> {
  const { person } = await call(product, Me, '/me', token)
  const address = `/people/${person.id}/grants`
  const organisationId = person.grants[0]?.organisationId
  for (const role of roles) await call(product, RoleGrant, address, administrator, { role, organisationId })
  for (const { id } of person.grants)
    await fetch(`${product.url}/api/v1${address}/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${administrator}` },
    })
}

async function call<T extends z.ZodMiniType>(
  { url }: RunningProduct,
  schema: T,
  path: string,
  token: string,
  body?: object,
): Promise<z.output<T>> {
  const response = await fetch(`${url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return z.parse(schema, await response.json())
}

function missing(username: string): never {
  throw new Error(`the server has no ${username}`)
}
