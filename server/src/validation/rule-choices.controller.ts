import { AddressPart, RuleChoices, RuleChoicesRecord } from '@lienthong/protocol'
import { Controller, Get, Put } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { AccessService } from '../access/access.service.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { OrganisationsService } from '../organisations/organisations.service.ts'
import { RuleChoicesService, type Scope } from '../rule-choices/rule-choices.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { IfMatch } from '../transport/etag.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam } from '../transport/valid.ts'
import { RuleBook } from './rule-book.service.ts'

/** Which rules run how, for an organisation and everything below it, and for one database. */
@ApiTags('plugins')
@Controller('api/v1')
@Requires('inventory:read')
export class RuleChoicesController {
  constructor(
    private readonly choices: RuleChoicesService,
    private readonly book: RuleBook,
    private readonly access: AccessService,
    private readonly organisations: OrganisationsService,
    private readonly databases: DatabasesService,
  ) {}

  @Get('organisations/:idOrCode/rules')
  @Answers(RuleChoicesRecord)
  async ofOrganisation(@ValidParam('idOrCode', AddressPart) idOrCode: string): Promise<RuleChoicesRecord> {
    const { id } = await this.organisations.byIdOrCode(idOrCode)
    return this.choices.of({ kind: 'organisation', id })
  }

  @Put('organisations/:idOrCode/rules')
  @Requires('plugin:install')
  @Answers(RuleChoicesRecord)
  async chooseForOrganisation(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', AddressPart) idOrCode: string,
    @IfMatch() version: number,
    @Valid(RuleChoices) body: RuleChoices,
  ): Promise<RuleChoicesRecord> {
    const { id } = await this.organisations.byIdOrCode(idOrCode)
    return this.choose(actor, { kind: 'organisation', id }, id, version, body)
  }

  @Get('databases/:idOrCode/rules')
  @Answers(RuleChoicesRecord)
  async ofDatabase(@ValidParam('idOrCode', AddressPart) idOrCode: string): Promise<RuleChoicesRecord> {
    const { id } = await this.databases.byIdOrCode(idOrCode)
    return this.choices.of({ kind: 'database', id })
  }

  @Put('databases/:idOrCode/rules')
  @Requires('plugin:install')
  @Answers(RuleChoicesRecord)
  async chooseForDatabase(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', AddressPart) idOrCode: string,
    @IfMatch() version: number,
    @Valid(RuleChoices) body: RuleChoices,
  ): Promise<RuleChoicesRecord> {
    const { id, ownerId } = await this.databases.byIdOrCode(idOrCode)
    return this.choose(actor, { kind: 'database', id }, ownerId, version, body)
  }

  private async choose(
    actor: Actor,
    scope: Scope,
    organisationId: string | null,
    version: number,
    choices: RuleChoices,
  ): Promise<RuleChoicesRecord> {
    await this.access.require(actor, 'plugin:install', organisationId)
    await this.book.requireFitting(choices)
    return this.choices.choose(actor, scope, version, choices)
  }
}
