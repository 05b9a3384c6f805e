import type { PublishedSchema } from '@lienthong/plugin-sdk'
import type { RuleInputs } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.ts'
import { DirectivesService } from '../directives/directives.service.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { InventoryListsService } from '../inventory/inventory-lists.service.ts'
import { OrganisationsService } from '../organisations/organisations.service.ts'
import type { Actor } from '../transport/actor.ts'

type Content<Name extends keyof RuleInputs> = Omit<NonNullable<RuleInputs[Name]>, 'revision' | 'day'>

/** Longer words of a provision do not help a rule to find it. */
const maxProvisionLength = 300

/** Reads what rules may look up, as far as they need it: a change of anything else runs no rule. */
@Injectable()
export class InputRecordsService {
  constructor(
    private readonly directivesService: DirectivesService,
    private readonly databases: DatabasesService,
    private readonly lists: InventoryListsService,
    private readonly organisations: OrganisationsService,
    private readonly access: AccessService,
  ) {}

  async directives(): Promise<Content<'directives'>> {
    const all = await this.directivesService.all()
    const codes = codesOf(all)
    return {
      directives: all.map(({ code, number, type, title, issuedOn, status, provisions, ...record }) => ({
        ...{ code, number, type, title, issuedOn, status },
        ...datesOf(record, codes),
        provisions: provisions.map(({ label, text }) => ({
          label,
          text: text?.slice(0, maxProvisionLength) ?? null,
        })),
      })),
    }
  }

  /** Those of schemas whose documents the actor may read. */
  async readable(actor: Actor, schemas: readonly PublishedSchema[]): Promise<PublishedSchema[]> {
    const owners = new Map((await this.databases.all()).map(({ code, ownerId }) => [code, ownerId]))
    const readable = new Set<string>()
    for (const code of new Set(schemas.map(({ database }) => database)))
      if (await this.access.can(actor, 'document:read', owners.get(code) ?? null)) readable.add(code)
    return schemas.filter(({ database }) => readable.has(database))
  }

  async inventory(): Promise<Content<'inventory'>> {
    const databases = await this.databases.all()
    const lists = await this.lists.all()
    const organisations = await this.organisations.all()
    const codes = codesOf([...databases, ...lists, ...organisations])
    const codeOf = (id: string | null) => (id === null ? null : (codes.get(id) ?? null))
    return {
      databases: databases.map(({ code, name, level, status, ownerId, listCodes, ...record }) => ({
        ...{ code, name, level, status, listCodes },
        ...datesOf(record, codes),
        ownerCode: codeOf(ownerId),
      })),
      lists: lists.map(({ code, title, standing, ...record }) => ({
        ...{ code, name: title, standing },
        ...datesOf(record, codes),
      })),
      organisations: organisations.map(({ code, name, kind, parentId, officialCode, ...record }) => ({
        ...{ code, name, kind, officialCode },
        ...datesOf(record, codes),
        parentCode: codeOf(parentId),
      })),
    }
  }
}

interface Record {
  validFrom: string | null
  validTo: string | null
  successorId: string | null
}

const codesOf = (records: readonly { id: string; code: string }[]): ReadonlyMap<string, string> =>
  new Map(records.map(({ id, code }) => [id, code]))

const datesOf = ({ validFrom, validTo, successorId }: Record, codes: ReadonlyMap<string, string>) => ({
  validFrom,
  validTo,
  successorCode: successorId === null ? null : (codes.get(successorId) ?? null),
})
