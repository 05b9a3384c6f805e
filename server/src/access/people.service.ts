import {
  type ListQuery,
  type Me,
  type OrganisationId,
  type Page,
  type Person,
  type PersonId,
  ProtocolError,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { newId, now } from '../database/ids.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import { SearchService } from '../search/search.service.ts'
import type { Actor } from '../transport/actor.ts'
import { AccessService } from './access.service.ts'
import { PersonRow, RoleGrantRow } from './person.entity.ts'

/** Reads people and writes new ones. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly manager: EntityManager,
    private readonly access: AccessService,
    private readonly tree: OrganisationTreeService,
    private readonly search: SearchService,
  ) {}

  async me({ personId }: Pick<Actor, 'personId'>): Promise<Me> {
    const person = await this.read(personId)
    return { person, actions: this.access.actionsOf(person) }
  }

  /** Errors: RECORD_NOT_FOUND. */
  async read(personId: PersonId): Promise<Person> {
    const row = await this.manager.findOneBy(PersonRow, { id: personId })
    if (!row) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'person', id: personId })
    return this.toPerson(row)
  }

  /** Those in the organisations whose people the actor manages; all of them for a national administrator. */
  async list(actor: Actor, query: ListQuery): Promise<Page<Person>> {
    const people = this.manager.createQueryBuilder(PersonRow, 'person')
    if (!(await this.access.can(actor, 'person:manage', null)))
      people.where('person.organisationId IN (:...managed)', { managed: await this.managedBy(actor) })
    this.search.narrow(people, 'person.folded', query.q)
    const keys = [{ path: 'person.username', direction: 'ASC' as const }]
    const page = await this.search.page(people, keys, ({ username }) => [username], query)
    return { ...page, items: await Promise.all(page.items.map(row => this.toPerson(row))) }
  }

  /** Whoever manages a person must manage every organisation in which that person has rights: no way around by setting a password. Errors: RIGHT_MISSING, RECORD_NOT_FOUND. */
  async requireManaged(actor: Actor, personId: PersonId): Promise<Person> {
    const person = await this.read(personId)
    const scopes = new Set([person.organisationId, ...person.grants.map(grant => grant.organisationId)])
    for (const scope of scopes) await this.access.require(actor, 'person:manage', scope)
    return person
  }

  /** Errors: USERNAME_TAKEN. */
  async insert(manager: EntityManager, person: NewPerson): Promise<PersonId> {
    const { username, displayName } = person
    if (await manager.existsBy(PersonRow, { username }))
      throw new ProtocolError('USERNAME_TAKEN', { username })
    const id = newId<PersonId>()
    const folded = this.search.fold(username, displayName)
    await manager.insert(PersonRow, { ...person, id, isActive: true, createdAt: now(), folded })
    return id
  }

  /** Whether somebody who is active administers the whole country. */
  async hasAdministrator(manager: EntityManager): Promise<boolean> {
    const organisationId = await this.tree.rootId()
    const grants = await manager.findBy(RoleGrantRow, { role: 'administrator', organisationId })
    for (const { personId } of grants)
      if (await manager.existsBy(PersonRow, { id: personId, isActive: true })) return true
    return false
  }

  foldedOf(username: string, displayName: string): string {
    return this.search.fold(username, displayName)
  }

  private async managedBy(actor: Actor): Promise<OrganisationId[]> {
    const managing = actor.grants.filter(({ role }) => role === 'administrator')
    return (
      await Promise.all(managing.map(({ organisationId }) => this.tree.subtreeOf(organisationId)))
    ).flat()
  }

  private async toPerson({
    id,
    username,
    displayName,
    organisationId,
    isActive,
  }: PersonRow): Promise<Person> {
    const rows = await this.manager.find(RoleGrantRow, { where: { personId: id }, order: { id: 'ASC' } })
    const grants = rows.map(async grant => ({
      id: grant.id,
      role: grant.role,
      organisationId: grant.organisationId,
      organisationName: await this.tree.nameOf(grant.organisationId),
    }))
    return { id, username, displayName, organisationId, isActive, grants: await Promise.all(grants) }
  }
}

export type NewPerson = Pick<PersonRow, 'username' | 'displayName' | 'passwordHash' | 'organisationId'>
