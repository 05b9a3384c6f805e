import {
  AddressPart,
  DecidePluginVersion,
  DeprecatePlugin,
  type Page,
  PluginPackage,
  PluginVersion,
  PluginVersionsQuery,
  pageOf,
} from '@lienthong/protocol'
import { Controller, Delete, Get, HttpCode, Post, Put, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import * as z from 'zod/mini'
import { PluginStore } from '../registry/plugin-store.service.ts'
import { VersionList } from '../registry/version-list.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam, ValidQuery } from '../transport/valid.ts'
import { PublishingService } from './publishing.service.ts'

const VersionQuery = z.object({ version: z.optional(AddressPart) })

/** Every stored version of rule sets, and what is decided about them. */
@ApiTags('plugins')
@Controller('api/v1')
export class PluginVersionsController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly versions: VersionList,
    private readonly store: PluginStore,
  ) {}

  @Get('plugin-versions')
  @Requires('document:read')
  @Answers(pageOf(PluginVersion))
  list(@ValidQuery(PluginVersionsQuery) query: PluginVersionsQuery): Promise<Page<PluginVersion>> {
    return this.versions.list(query)
  }

  @Get('plugins/:id/versions')
  @Requires('document:read')
  @Answers(z.array(PluginVersion))
  of(@ValidParam('id', AddressPart) id: string): Promise<PluginVersion[]> {
    return this.versions.of(id)
  }

  @Post('plugins/:id/versions')
  @HttpCode(200)
  @Requires('plugin:publish')
  @Answers(PluginVersion)
  publish(
    @CurrentActor() actor: Actor,
    @ValidParam('id', AddressPart) id: string,
    @Valid(PluginPackage) body: PluginPackage,
  ): Promise<PluginVersion> {
    return this.publishing.publish(actor, id, body)
  }

  /** The bundle, for those who look at what they approve. It is text, never a script of this site. */
  @Get('plugins/:id/versions/:version/code')
  @Requires('plugin:publish')
  async code(
    @Res() response: Response,
    @ValidParam('id', AddressPart) id: string,
    @ValidParam('version', AddressPart) version: string,
  ): Promise<void> {
    const code = await this.store.codeOf({ id, version })
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.type('text/plain').send(code)
  }

  @Post('plugins/:id/versions/:version/decision')
  @HttpCode(200)
  @Requires('plugin:publish')
  @Answers(PluginVersion)
  decide(
    @CurrentActor() actor: Actor,
    @ValidParam('id', AddressPart) id: string,
    @ValidParam('version', AddressPart) version: string,
    @Valid(DecidePluginVersion) body: DecidePluginVersion,
  ): Promise<PluginVersion> {
    return this.publishing.decide(actor, id, version, body)
  }

  @Put('plugins/:id/deprecation')
  @Requires('plugin:install')
  @Answers(z.array(PluginVersion))
  deprecate(
    @CurrentActor() actor: Actor,
    @ValidParam('id', AddressPart) id: string,
    @Valid(DeprecatePlugin) body: DeprecatePlugin,
  ): Promise<PluginVersion[]> {
    return this.publishing.deprecate(actor, id, body)
  }

  @Delete('plugins/:id/deprecation')
  @HttpCode(204)
  @Requires('plugin:install')
  async recommend(
    @CurrentActor() actor: Actor,
    @ValidParam('id', AddressPart) id: string,
    @ValidQuery(VersionQuery) { version }: z.infer<typeof VersionQuery>,
  ): Promise<void> {
    await this.publishing.recommend(actor, id, version ?? null)
  }
}
