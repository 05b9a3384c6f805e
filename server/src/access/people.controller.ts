import {
  ChangePerson,
  CreatePerson,
  GrantRole,
  ListQuery,
  type Page,
  Person,
  PersonId,
  pageOf,
  RoleGrant,
} from '@lienthong/protocol'
import { Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam, ValidQuery } from '../transport/valid.ts'
import { GrantsService } from './grants.service.ts'
import { PeopleService } from './people.service.ts'
import { PeopleChangesService } from './people-changes.service.ts'

/** People and their roles, for administrators of the organisations concerned. */
@Controller('api/v1/people')
@Requires('person:manage')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly changes: PeopleChangesService,
    private readonly grants: GrantsService,
  ) {}

  @Get()
  @Answers(pageOf(Person))
  list(@CurrentActor() actor: Actor, @ValidQuery(ListQuery) query: ListQuery): Promise<Page<Person>> {
    return this.people.list(actor, query)
  }

  @Get(':id')
  @Answers(Person)
  read(@CurrentActor() actor: Actor, @ValidParam('id', PersonId) id: PersonId): Promise<Person> {
    return this.people.requireManaged(actor, id)
  }

  @Post()
  @Answers(Person)
  create(@CurrentActor() actor: Actor, @Valid(CreatePerson) body: CreatePerson): Promise<Person> {
    return this.changes.create(actor, body)
  }

  @Patch(':id')
  @Answers(Person)
  change(
    @CurrentActor() actor: Actor,
    @ValidParam('id', PersonId) id: PersonId,
    @Valid(ChangePerson) body: ChangePerson,
  ): Promise<Person> {
    return this.changes.change(actor, id, body)
  }

  @Post(':id/grants')
  @Answers(RoleGrant)
  async grant(
    @CurrentActor() actor: Actor,
    @ValidParam('id', PersonId) id: PersonId,
    @Valid(GrantRole) body: GrantRole,
  ): Promise<RoleGrant> {
    await this.people.read(id)
    return this.grants.give(actor, id, body)
  }

  @Delete(':id/grants/:grantId')
  @HttpCode(204)
  withdraw(
    @CurrentActor() actor: Actor,
    @ValidParam('id', PersonId) id: PersonId,
    @Param('grantId') grantId: string,
  ): Promise<void> {
    return this.grants.take(actor, id, grantId)
  }
}
