import type { DocumentSummary, OrganisationId, PluginManifest } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { DatabasesService } from '../inventory/databases.service.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'

interface Installed {
  readonly manifest: Pick<PluginManifest, 'id'>
  readonly isFirstParty: boolean
  readonly organisations: readonly OrganisationId[]
}

/** Where documents stand in the tree of organisations: that decides which installations count. */
@Injectable()
export class OrganisationPaths {
  constructor(
    private readonly manager: EntityManager,
    private readonly databases: DatabasesService,
    private readonly tree: OrganisationTreeService,
  ) {}

  /** The owner of the document's database and everything above it, the root first; the root alone for one without an owner. */
  async of({ databaseId }: Pick<DocumentSummary, 'databaseId'>): Promise<readonly OrganisationId[]> {
    const { ownerId } = await this.databases.rowOf(this.manager, databaseId)
    return this.tree.pathTo(ownerId ?? (await this.tree.rootId()))
  }
}

/** The versions that check the documents there, in the order given: those of the product, and of every other plugin the one that is installed nearest. */
export const runningAt = <T extends Installed>(
  organisationPath: readonly OrganisationId[],
  versions: readonly T[],
): T[] => {
  const depthOf = ({ organisations }: T): number =>
    Math.max(-1, ...organisations.map(id => organisationPath.indexOf(id)))
  const isNearest = (version: T): boolean =>
    depthOf(version) >= 0 &&
    versions.every(other => other.manifest.id !== version.manifest.id || depthOf(other) <= depthOf(version))
  return versions.filter(version => version.isFirstParty || isNearest(version))
}
