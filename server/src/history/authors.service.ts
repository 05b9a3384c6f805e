import type { Author, OrganisationId, PersonId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager, In } from 'typeorm'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'

interface NamedPerson {
  id: PersonId
  displayName: string
  organisationId: OrganisationId | null
}

/** Names authors as they are called now. History keeps ids only. */
@Injectable()
export class AuthorsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly tree: OrganisationTreeService,
  ) {}

  /** By id; whoever is no longer active is named as well. */
  async named(ids: Iterable<PersonId | null>): Promise<Map<PersonId, Author>> {
    const known = [...new Set(ids)].filter(id => id !== null)
    const people = await this.manager.find<NamedPerson>('people', {
      where: { id: In(known) },
      select: { id: true, displayName: true, organisationId: true },
    })
    const authors = people.map(async ({ id, displayName, organisationId }): Promise<Author> => {
      const organisationName = organisationId === null ? '' : await this.tree.nameOf(organisationId)
      return { personId: id, displayName, organisationName }
    })
    return new Map((await Promise.all(authors)).map(author => [author.personId, author]))
  }
}
