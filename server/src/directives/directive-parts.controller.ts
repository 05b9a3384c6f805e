import { DirectiveDetail, WriteProvision, WriteTask } from '@lienthong/protocol'
import { Controller, Patch, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import * as z from 'zod/mini'
import { Transactions } from '../database/transactions.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { IfMatch } from '../transport/etag.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam } from '../transport/valid.ts'
import { DirectivePartsService } from './directive-parts.service.ts'

/** Provisions and tasks. They are read with their directive, and changed under its version. */
@ApiTags('directives')
@Controller('api/v1/directives/:idOrCode')
@Requires('directive:change')
export class DirectivePartsController {
  constructor(
    private readonly parts: DirectivePartsService,
    private readonly transactions: Transactions,
  ) {}

  @Post('provisions')
  @Answers(DirectiveDetail)
  addProvision(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) directive: string,
    @Valid(WriteProvision) body: WriteProvision,
  ): Promise<DirectiveDetail> {
    return this.transactions.run(manager => this.parts.addProvision(manager, actor, directive, body))
  }

  @Patch('provisions/:partId')
  @Answers(DirectiveDetail)
  changeProvision(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) directive: string,
    @ValidParam('partId', z.string()) partId: string,
    @IfMatch() version: number,
    @Valid(WriteProvision) body: WriteProvision,
  ): Promise<DirectiveDetail> {
    const part = { directive, partId, version }
    return this.transactions.run(manager => this.parts.changeProvision(manager, actor, part, body))
  }

  @Post('tasks')
  @Answers(DirectiveDetail)
  addTask(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) directive: string,
    @Valid(WriteTask) body: WriteTask,
  ): Promise<DirectiveDetail> {
    return this.transactions.run(manager => this.parts.addTask(manager, actor, directive, body))
  }

  @Patch('tasks/:partId')
  @Answers(DirectiveDetail)
  changeTask(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) directive: string,
    @ValidParam('partId', z.string()) partId: string,
    @IfMatch() version: number,
    @Valid(WriteTask) body: WriteTask,
  ): Promise<DirectiveDetail> {
    const part = { directive, partId, version }
    return this.transactions.run(manager => this.parts.changeTask(manager, actor, part, body))
  }
}
