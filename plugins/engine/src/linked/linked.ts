import type { Format } from '@lienthong/plugin-sdk'

/** A document that others may refer to. */
export interface LinkedDocument {
  /** The address that its own relative references count from. */
  readonly address: string
  /** Every address that it was wanted by, its own among them. */
  readonly names: readonly string[]
  /** At one address equal revisions have equal content. */
  readonly revision: string
  readonly format: Format
  readonly text: string
  /** Its readers are others than those of who refers to it: of what it says only the demands are shown, no words and samples. */
  readonly isBare?: boolean
}

/** Where a document is, and what is known of the documents that it refers to, itself or through others. */
export interface Surroundings {
  readonly address: string
  readonly documents: readonly LinkedDocument[]
  /** Addresses where there is nothing. */
  readonly missing: readonly string[]
  /** Addresses of which nobody knows what is there. */
  readonly unknown: readonly string[]
}

/** The same as it travels: of a document whose text the runner has only the revision. */
export interface OrderedSurroundings extends Omit<Surroundings, 'documents'> {
  readonly documents: readonly (Omit<LinkedDocument, 'text'> & { readonly text?: string })[]
}

/** What a document is kept by: it may be shown in part to some and in whole to others. */
export const placeOf = ({ address, isBare = false }: Pick<LinkedDocument, 'address' | 'isBare'>): string =>
  isBare ? `${address} bare` : address

/** What a reference that is written in a document of that address leads into; '' when it leads nowhere. */
export const joined = (written: string, base: string): string => {
  try {
    return new URL(written, base).href
  } catch {
    return ''
  }
}

/** An address, or an id, as others are compared with it. */
export const canonical = (address: string): string => joined(address, address).replace(/#$/, '')
