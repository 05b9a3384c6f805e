/** Begins the address of every document: `lienthong:/<database code>/<path>`. */
const scheme = 'lienthong:/'

/** Where a document is: references count from its address, and others refer to it by theirs. */
export interface DocumentLocation {
  readonly databaseCode: string
  readonly path: string
}

/** A document's address, as URLs are written. */
export const documentAddress = ({ databaseCode, path }: DocumentLocation): string =>
  encodeURI(`${scheme}${databaseCode}/${path}`).replace(/[?#]/g, encodeURIComponent)

/** The document that an address names; null for what is no address of a document. */
export const documentAt = (address: string): DocumentLocation | null => {
  const [, databaseCode, path] = /^lienthong:\/([^/?#]+)\/([^?#]+)$/.exec(address) ?? []
  if (databaseCode === undefined || path === undefined) return null
  try {
    return { databaseCode: decodeURIComponent(databaseCode), path: decodeURIComponent(path) }
  } catch {
    return null
  }
}
