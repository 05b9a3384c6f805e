import {
  CalendarDate,
  CreateDatabase,
  CreateDirective,
  CreateInventoryList,
  CreateOrganisation,
  DocumentFormat,
  Indicator,
  type Provenance,
  recordShape,
  WriteProvision,
  WriteTask,
} from '@lienthong/protocol'
import * as z from 'zod/mini'

/** Where facts come from, by the key that records use. */
export const SeedSources = z.record(z.string(), z.object({ title: z.string(), url: z.nullable(z.string()) }))
export type SeedSources = z.infer<typeof SeedSources>

const SeedProvenance = z.object({
  sources: z.array(z.string()),
  confidence: z.nullable(z.string()),
  asOf: z.nullable(CalendarDate),
})
const dated = {
  provenance: SeedProvenance,
  validFrom: z.nullable(CalendarDate),
  validTo: z.nullable(CalendarDate),
  note: z.nullable(z.string()),
}
const code = recordShape.code

export const SeedOrganisation = z.object({
  ...z.omit(CreateOrganisation, { parentId: true }).shape,
  ...dated,
  parentCode: code,
})
export const SeedDatabase = z.object({
  ...z.omit(CreateDatabase, { ownerId: true, listCodes: true }).shape,
  ...dated,
  ownerCode: z.nullable(code),
})
export const SeedList = z.object({ ...CreateInventoryList.shape, ...dated })
export const SeedDirective = z.object({
  ...CreateDirective.shape,
  ...dated,
  successorCode: z.nullable(code),
  provisions: z.array(WriteProvision),
  tasks: z.array(
    z.object({ ...z.omit(WriteTask, { leadOrganisationId: true }).shape, leadCode: z.nullable(code) }),
  ),
})
export const SeedIndicator = z.object({ ...z.omit(Indicator, { id: true, version: true }).shape, ...dated })
export const SeedDocument = z.object({
  databaseCode: code,
  path: z.string(),
  title: z.string(),
  format: DocumentFormat,
})

/** A record of the seed files once its sources are looked up. */
type Sourced<T extends { provenance: unknown }> = Omit<T, 'provenance'> & { provenance: Provenance }
export type SeedOrganisation = Sourced<z.infer<typeof SeedOrganisation>>
export type SeedDatabase = Sourced<z.infer<typeof SeedDatabase>>
export type SeedList = Sourced<z.infer<typeof SeedList>>
export type SeedDirective = Sourced<z.infer<typeof SeedDirective>>
export type SeedIndicator = Sourced<z.infer<typeof SeedIndicator>>
export type SeedDocument = z.infer<typeof SeedDocument>

/** Puts titles and addresses in the place of source keys. A key without a source is a mistake in the files. */
export const sourced = <T extends { provenance: z.infer<typeof SeedProvenance> }>(
  records: readonly T[],
  sources: SeedSources,
): Sourced<T>[] =>
  records.map(record => ({
    ...record,
    provenance: {
      ...record.provenance,
      sources: record.provenance.sources.map(key => {
        const source = sources[key]
        if (!source) throw new Error(`the seed files have no source ${key}`)
        return { key, ...source }
      }),
    },
  }))
