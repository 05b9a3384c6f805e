import { type OrganisationId, wholeCountry } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { OrganisationRow } from './organisation.entity.ts'

interface Node {
  id: OrganisationId
  code: string
  parentId: OrganisationId | null
  name: string
}

/** The organisation tree in memory: rights ask it on every request. */
@Injectable()
export class OrganisationTreeService {
  private nodes: Promise<ReadonlyMap<string, Node>> | null = null

  constructor(private readonly manager: EntityManager) {}

  /** True for the ancestor itself and everything below it. */
  async isWithin(organisationId: string, ancestorId: string): Promise<boolean> {
    const nodes = await this.loaded()
    const seen = new Set<string>()
    for (
      let id: string | null = organisationId;
      id !== null && !seen.has(id);
      id = nodes.get(id)?.parentId ?? null
    ) {
      if (id === ancestorId) return true
      seen.add(id)
    }
    return false
  }

  /** An organisation and everything above it, the root first. Empty for one that does not exist. */
  async pathTo(organisationId: string): Promise<OrganisationId[]> {
    const nodes = await this.loaded()
    const path: OrganisationId[] = []
    for (let node = nodes.get(organisationId); node && !path.includes(node.id); ) {
      path.unshift(node.id)
      node = node.parentId === null ? undefined : nodes.get(node.parentId)
    }
    return path
  }

  /** The ids of an organisation and everything below it. */
  async subtreeOf(organisationId: string): Promise<OrganisationId[]> {
    const nodes = await this.loaded()
    const within = await Promise.all(
      [...nodes.values()].map(async ({ id }) => ((await this.isWithin(id, organisationId)) ? [id] : [])),
    )
    return within.flat()
  }

  /** The root, on which national grants are given. */
  async rootId(): Promise<OrganisationId> {
    const id = await this.idOfCode(wholeCountry)
    if (id === null) throw new Error('the root organisation is missing')
    return id
  }

  async idOfCode(code: string): Promise<OrganisationId | null> {
    for (const node of (await this.loaded()).values()) if (node.code === code) return node.id
    return null
  }

  async has(organisationId: string): Promise<boolean> {
    return (await this.loaded()).has(organisationId)
  }

  /** The readable code; empty for an organisation that does not exist. */
  async codeOf(organisationId: string): Promise<string> {
    return (await this.loaded()).get(organisationId)?.code ?? ''
  }

  /** The Vietnamese name; empty for an organisation that does not exist. */
  async nameOf(organisationId: string): Promise<string> {
    return (await this.loaded()).get(organisationId)?.name ?? ''
  }

  /** Call after an organisation was written and committed. */
  forget(): void {
    this.nodes = null
  }

  private loaded(): Promise<ReadonlyMap<string, Node>> {
    this.nodes ??= this.load().catch((error: unknown) => {
      this.forget()
      throw error
    })
    return this.nodes
  }

  private async load(): Promise<ReadonlyMap<string, Node>> {
    const rows = await this.manager.find(OrganisationRow, {
      select: { id: true, code: true, parentId: true, name: true },
    })
    return new Map(rows.map(({ id, code, parentId, name }) => [id, { id, code, parentId, name: name.vi }]))
  }
}
