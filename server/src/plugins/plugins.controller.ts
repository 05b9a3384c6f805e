import { AddressPart, InstalledPlugin, InstallPlugin, PluginHealth } from '@lienthong/protocol'
import { Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import * as z from 'zod/mini'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Public, Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam, ValidQuery } from '../transport/valid.ts'
import { PluginsService } from './plugins.service.ts'
import { pagePolicy, rulePage } from './rule-page.ts'

const PageQuery = z.object({ lang: z.optional(z.enum(['vi', 'en'])) })

/** The rule sets in use. */
@ApiTags('plugins')
@Controller('api/v1/plugins')
export class PluginsController {
  constructor(private readonly plugins: PluginsService) {}

  @Get()
  @Requires('document:read')
  @Answers(z.array(InstalledPlugin))
  list(): Promise<InstalledPlugin[]> {
    return this.plugins.list()
  }

  @Get(':id/health')
  @Requires('document:read')
  @Answers(z.array(PluginHealth))
  health(@CurrentActor() actor: Actor, @ValidParam('id', AddressPart) id: string): Promise<PluginHealth[]> {
    return this.plugins.health(actor, id)
  }

  @Put(':id/installations/:organisation')
  @Requires('plugin:install')
  @Answers(InstalledPlugin)
  install(
    @CurrentActor() actor: Actor,
    @ValidParam('id', AddressPart) id: string,
    @ValidParam('organisation', AddressPart) organisation: string,
    @Valid(InstallPlugin) { version }: InstallPlugin,
  ): Promise<InstalledPlugin> {
    return this.plugins.install(actor, id, organisation, version)
  }

  @Delete(':id/installations/:organisation')
  @HttpCode(204)
  @Requires('plugin:install')
  async remove(
    @CurrentActor() actor: Actor,
    @ValidParam('id', AddressPart) id: string,
    @ValidParam('organisation', AddressPart) organisation: string,
  ): Promise<void> {
    await this.plugins.remove(actor, id, organisation)
  }

  /** Puts versions that were out of use after repeated failures back into use. Errors: RIGHT_MISSING, PLUGIN_NOT_FOUND. */
  @Post(':id/resume')
  @HttpCode(200)
  @Requires('plugin:install')
  @Answers(z.array(InstalledPlugin))
  resume(
    @CurrentActor() actor: Actor,
    @ValidParam('id', AddressPart) id: string,
  ): Promise<InstalledPlugin[]> {
    return this.plugins.resume(actor, id)
  }

  /** The documentation behind a finding's rule id: a page for browsers, Markdown for `Accept: text/markdown`. Open to all: editors open it without a token. */
  @Get(':id/rules/:rule')
  @Public()
  async rule(
    @Req() request: Request,
    @Res() response: Response,
    @ValidParam('id', AddressPart) id: string,
    @ValidParam('rule', AddressPart) ruleId: string,
    @ValidQuery(PageQuery) { lang }: z.infer<typeof PageQuery>,
  ): Promise<void> {
    const rule = await this.plugins.rule(id, ruleId)
    const language = lang ?? (request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi')
    const isMarkdown = request.accepts('text/html', 'text/markdown') === 'text/markdown'
    response.setHeader('Content-Security-Policy', pagePolicy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Vary', 'Accept, Accept-Language')
    if (isMarkdown)
      response.type('text/markdown').send(`# ${rule.title[language]}\n\n${rule.docs[language]}\n`)
    else response.type('text/html').send(rulePage(`${id}/${ruleId}`, rule, language))
  }
}
