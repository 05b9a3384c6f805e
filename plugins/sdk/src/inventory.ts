import type { TranslatedText } from './node.ts'

/** A name in Vietnamese and, where one is known, in English. */
interface Named {
  /** The inventory's own: `dan-cu`. */
  readonly code: string
  /** As it is officially called. */
  readonly name: TranslatedText
}

/** From when until the day before when a record holds; null is open, or not known. */
interface Dated {
  /** The first day that it holds, `YYYY-MM-DD`. */
  readonly validFrom: string | null
  /** The first day that it holds no more, `YYYY-MM-DD`. */
  readonly validTo: string | null
  /** The code of what took its place. */
  readonly successorCode: string | null
}

/** A database of the inventory. */
export interface Database extends Named, Dated {
  /** Whose data it is for, as the inventory says. */
  readonly level: 'national' | 'specialised' | 'local' | 'unknown'
  /** How far it is, as the inventory says. */
  readonly status: 'operating' | 'under-construction' | 'being-upgraded' | 'not-started' | 'unknown'
  /** The organisation's code. */
  readonly ownerCode: string | null
  /** The lists that name it, whether they hold or not. */
  readonly listCodes: readonly string[]
}

/** A list that names databases, such as a decree's annex. It holds between its days. */
export interface InventoryList extends Named, Dated {
  /** Only a `holding` one holds. */
  readonly standing: 'holding' | 'draft' | 'historical'
}

/** An organisation of the tree centre → province → commune. */
export interface Organisation extends Named, Dated {
  /** What it is, as the inventory says: `ministry`, `province`, `enterprise`. */
  readonly kind: string
  /** The code of the one above it; null at the top. */
  readonly parentCode: string | null
  /** The official code: of a province two digits, of an agency its electronic identifier. */
  readonly officialCode: string | null
}

/**
 * The inventory, for rules that declare `inputs: ['inventory']`. With `asOf` (a day, `YYYY-MM-DD`) a record counts only if it
 * held on that day. What is handed out is frozen.
 */
export interface Inventory {
  /** The day that the data is of, in Vietnam: there is no other today. */
  readonly day: string
  /** The database that the document belongs to; undefined where that is not known. */
  readonly own: Database | undefined
  /** A database by its code. */
  database(code: string, asOf?: string): Database | undefined
  /** By its Vietnamese or English name, whatever its case. */
  databaseNamed(name: string, asOf?: string): Database | undefined
  /** A list that names databases, by its code. */
  list(code: string, asOf?: string): InventoryList | undefined
  /** An organisation by its code in the inventory. */
  organisation(code: string, asOf?: string): Organisation | undefined
  /** By its two-digit code. */
  province(officialCode: string, asOf?: string): Organisation | undefined
}

/** The whole inventory of one day, as it is handed to a host. Equal revisions have equal content. */
export interface InventoryData {
  /** Another one for other content. */
  readonly revision: string
  /** In Vietnam, `YYYY-MM-DD`. */
  readonly day: string
  /** Those that no longer hold included. */
  readonly databases: readonly Database[]
  /** Those that no longer hold included. */
  readonly lists: readonly InventoryList[]
  /** Those that no longer hold included. */
  readonly organisations: readonly Organisation[]
}
