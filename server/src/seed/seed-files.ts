import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import {
  SeedDatabase,
  SeedDirective,
  SeedDocument,
  SeedIndicator,
  SeedList,
  SeedOrganisation,
  SeedSources,
  sourced,
} from './seed-shapes.ts'

/** Everything that the product knows from the beginning: files beside this one, shipped with it. */
export async function readSeedFiles() {
  const sources = await read('sources', SeedSources)
  return {
    organisations: [
      ...sourced(await read('organisations', z.array(SeedOrganisation)), sources),
      ...sourced(await read('provinces', z.array(SeedOrganisation)), sources),
    ],
    databases: sourced(await read('databases', z.array(SeedDatabase)), sources),
    lists: sourced(await read('inventory-lists', z.array(SeedList)), sources),
    directives: sourced(await read('directives', z.array(SeedDirective)), sources),
    indicators: sourced(await read('indicators', z.array(SeedIndicator)), sources),
    documents: await read('documents', z.array(SeedDocument)),
  }
}
export type SeedFiles = Awaited<ReturnType<typeof readSeedFiles>>

/** The text of a seed document. */
export const readSeedDocument = ({ databaseCode, path }: SeedDocument): Promise<string> =>
  readFile(new URL(`documents/${databaseCode}/${path}`, import.meta.url), 'utf8')

const read = async <T extends z.ZodMiniType>(name: string, schema: T): Promise<z.output<T>> => {
  const text = await readFile(new URL(`records/${name}.json`, import.meta.url), 'utf8')
  return z.parse(schema, JSON.parse(text))
}
