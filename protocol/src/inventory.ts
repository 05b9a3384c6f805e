import * as z from 'zod/mini'
import { DatabaseId, OrganisationId } from './ids.ts'
import { changeable, Name, recordShape } from './record.ts'

/**
 * Whether a list holds: `holding` between its days; a `draft` never; a `historical` one no longer, but not known since when.
 * `asOf` keeps those that hold.
 */
export const ListStanding = z.enum(['holding', 'draft', 'historical'])
export type ListStanding = z.infer<typeof ListStanding>

/** A list that names databases. `statedCount` is what its source says; `knownCount` how many names are known: "12 of 20 names known". */
export const InventoryList = z.object({
  id: z.string(),
  ...recordShape,
  title: Name,
  statedCount: z.nullable(z.number()),
  knownCount: z.number(),
  status: z.nullable(z.string()),
  standing: ListStanding,
  successorId: z.nullable(z.string()),
  note: z.nullable(z.string()),
})
export type InventoryList = z.infer<typeof InventoryList>

/** How far a database is. Editorial, not official: say so wherever it shows. */
export const DatabaseStatus = z.enum([
  'operating',
  'under-construction',
  'being-upgraded',
  'not-started',
  'unknown',
])
export type DatabaseStatus = z.infer<typeof DatabaseStatus>

/** National, specialised (of a ministry or branch), local (of provinces and communes), or not known. */
export const DatabaseLevel = z.enum(['national', 'specialised', 'local', 'unknown'])
export type DatabaseLevel = z.infer<typeof DatabaseLevel>

/** A database of the inventory. */
export const Database = z.object({
  id: DatabaseId,
  ...recordShape,
  name: Name,
  level: DatabaseLevel,
  ownerId: z.nullable(OrganisationId),
  ownerName: z.nullable(z.string()),
  status: DatabaseStatus,
  statusNote: z.nullable(z.string()),
  legalBasis: z.array(z.string()),
  listCodes: z.array(z.string()),
  successorId: z.nullable(DatabaseId),
  note: z.nullable(z.string()),
  documentCount: z.number(),
})
export type Database = z.infer<typeof Database>

/** A figure over time. `value` is null where it is not known. */
export const Indicator = z.object({
  id: z.string(),
  ...recordShape,
  name: Name,
  unit: z.nullable(z.string()),
  value: z.nullable(z.number()),
  target: z.nullable(z.number()),
  dueBy: z.nullable(z.string()),
  note: z.nullable(z.string()),
})
export type Indicator = z.infer<typeof Indicator>

const listFields = {
  title: Name,
  statedCount: z.nullable(z.number()),
  status: z.nullable(z.string()),
  standing: z.optional(ListStanding),
  databaseCodes: z.optional(z.array(z.string())),
}
const databaseFields = {
  name: Name,
  level: DatabaseLevel,
  ownerId: z.nullable(OrganisationId),
  status: DatabaseStatus,
  statusNote: z.nullable(z.string()),
  legalBasis: z.array(z.string()),
  listCodes: z.optional(z.array(z.string())),
}

/** POST /api/v1/inventory-lists. A list is `holding` unless something else is said. */
export const CreateInventoryList = z.object({ code: recordShape.code, ...listFields, ...changeable })
export type CreateInventoryList = z.infer<typeof CreateInventoryList>

/** PATCH /api/v1/inventory-lists/:idOrCode. */
export const ChangeInventoryList = z.partial(z.object({ ...listFields, ...changeable }))
export type ChangeInventoryList = z.infer<typeof ChangeInventoryList>

/** POST /api/v1/databases. */
export const CreateDatabase = z.object({ code: recordShape.code, ...databaseFields, ...changeable })
export type CreateDatabase = z.infer<typeof CreateDatabase>

/** PATCH /api/v1/databases/:idOrCode. */
export const ChangeDatabase = z.partial(z.object({ ...databaseFields, ...changeable }))
export type ChangeDatabase = z.infer<typeof ChangeDatabase>
