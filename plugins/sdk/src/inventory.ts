/** A name in Vietnamese and, where one is known, in English. */
interface Named {
  readonly code: string
  readonly name: { readonly vi: string; readonly en: string | null }
}

/** From when until the day before when a record holds; null is open, or not known. */
interface Dated {
  readonly validFrom: string | null
  readonly validTo: string | null
  /** The code of what took its place. */
  readonly successorCode: string | null
}

/** A database of the inventory. */
export interface Database extends Named, Dated {
  readonly level: 'national' | 'specialised' | 'local' | 'unknown'
  readonly status: 'operating' | 'under-construction' | 'being-upgraded' | 'not-started' | 'unknown'
  /** The organisation's code. */
  readonly ownerCode: string | null
  /** The lists that name it, whether they hold or not. */
  readonly listCodes: readonly string[]
}

/** A list that names databases, such as a decree's annex. Only a `holding` one holds, and between its days. */
export interface InventoryList extends Named, Dated {
  readonly standing: 'holding' | 'draft' | 'historical'
}

/** An organisation of the tree centre → province → commune. */
export interface Organisation extends Named, Dated {
  readonly kind: string
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
  readonly revision: string
  readonly day: string
  readonly databases: readonly Database[]
  readonly lists: readonly InventoryList[]
  readonly organisations: readonly Organisation[]
}
