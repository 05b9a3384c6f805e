import { maxOfAKind, proposalsAt, type Records } from '@lienthong/plugin-engine'
import type { Proposal } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.ts'
import { DirectivesService } from '../directives/directives.service.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { OrganisationsService } from '../organisations/organisations.service.ts'
import { RuleInputsService } from '../rule-inputs/rule-inputs.service.ts'
import type { Actor } from '../transport/actor.ts'
import { type AskedPlace, PlacesService } from './places.service.ts'
import { PluginHelpService } from './plugin-help.service.ts'
import { spanIn } from './spans.ts'

/** Proposes what fits where somebody is writing, of what they may read. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly places: PlacesService,
    private readonly directives: DirectivesService,
    private readonly databases: DatabasesService,
    private readonly organisations: OrganisationsService,
    private readonly access: AccessService,
    private readonly inputs: RuleInputsService,
    private readonly help: PluginHelpService,
  ) {}

  async at(actor: Actor, place: AskedPlace, isAskedFor: boolean): Promise<Proposal[]> {
    const { text, around } = place
    const writing = {
      ...place,
      near: async () => (await around()).near,
      everywhere: async () => (await around()).everywhere(),
    }
    const ofPlugins = await this.help.proposed(place, isAskedFor)
    const found =
      ofPlugins.length > 0 ? ofPlugins : await proposalsAt(writing, isAskedFor, this.recordsFor(actor))
    // Many take the place of the same words.
    const spans = new Map(
      [...new Set(found.map(({ range }) => range))].map(range => [range, spanIn(text, range)]),
    )
    return found.map(({ range, ...proposal }) => ({
      ...proposal,
      span: spans.get(range) ?? spanIn(text, range),
    }))
  }

  private recordsFor(actor: Actor): Records {
    const mayReadDirectives = this.access.canSomewhere(actor, 'directive:read')
    const mayReadInventory = this.access.canSomewhere(actor, 'inventory:read')
    const query = (q: string) => ({ q, limit: maxOfAKind })
    return {
      directives: async q => (mayReadDirectives ? (await this.directives.list(query(q))).items : []),
      databases: async q => (mayReadInventory ? (await this.databases.list(query(q))).items : []),
      organisations: async q => (mayReadInventory ? (await this.organisations.list(query(q))).items : []),
      elements: async () => (await this.inputs.current()).dictionary?.elements ?? [],
      directive: name => this.places.directiveOf(actor, name),
    }
  }
}
