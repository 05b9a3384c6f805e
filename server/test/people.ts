import type { OrganisationId, PersonId, Role } from '@lienthong/protocol'
import type { INestApplication } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { PersonalTokenRow } from '../src/access/credential.entities.ts'
import { PersonRow, RoleGrantRow } from '../src/access/person.entity.ts'
import { hashOfSecret, newSecret } from '../src/access/secrets.ts'
import { newId, now } from '../src/database/ids.ts'
import { Transactions } from '../src/database/transactions.ts'
import { OrganisationRow } from '../src/organisations/organisation.entity.ts'
import { OrganisationTreeService } from '../src/organisations/organisation-tree.service.ts'

export interface TestPerson {
  personId: PersonId
  username: string
  token: string
}

/** Writes the person directly: tests of other features should not pay for argon2. */
export const addPerson = async (
  app: INestApplication,
  { name = 'Người thử', roles = [] }: { name?: string; roles?: [Role, string][] },
): Promise<TestPerson> => {
  const granted: { role: Role; organisationId: OrganisationId }[] = []
  for (const [role, code] of roles) granted.push({ role, organisationId: await addOrganisation(app, code) })
  const personId = newId<PersonId>()
  const username = `p-${personId}`
  const token = newSecret('ltp_')
  await app.get(Transactions).run(async manager => {
    await manager.insert(PersonRow, {
      id: personId,
      username,
      displayName: name,
      passwordHash: null,
      organisationId: granted[0]?.organisationId ?? null,
      isActive: true,
      createdAt: now(),
      folded: ` ${username}`,
    })
    for (const grant of granted) await manager.insert(RoleGrantRow, { id: newId(), personId, ...grant })
    await manager.insert(PersonalTokenRow, {
      id: newId(),
      personId,
      name: 'test',
      hash: hashOfSecret(token),
      createdAt: now(),
    })
  })
  return { personId, username, token }
}

export const addOrganisation = async (
  app: INestApplication,
  code: string,
  parentCode = 'VN',
): Promise<OrganisationId> => {
  const tree = app.get(OrganisationTreeService, { strict: false })
  const known = await tree.idOfCode(code)
  if (known !== null) return known
  const { provenance } = await app.get(EntityManager).findOneByOrFail(OrganisationRow, { code: 'VN' })
  const id = newId<OrganisationId>()
  await app.get(Transactions).run(async manager =>
    manager.insert(OrganisationRow, {
      id,
      code,
      parentId: await tree.idOfCode(parentCode),
      name: { vi: code, en: null },
      kind: 'ministry',
      provenance,
      version: 1,
      folded: ` ${code.toLowerCase()}`,
    }),
  )
  tree.forget()
  return id
}
