/** The scheme of every document's URI: `lienthong:/<databaseCode>/<documentPath>`. */
export const scheme = 'lienthong'

/** What a `lienthong:` path names. Nothing lies deeper than a document. */
export type Address =
  | { kind: 'root' }
  | { kind: 'database'; databaseCode: string }
  | { kind: 'document'; databaseCode: string; path: string }
  | { kind: 'nothing' }

/** Reads a URI's path; never throws. */
export const addressOf = (path: string): Address => {
  const [databaseCode, document, ...rest] = path.split('/').filter(part => part !== '')
  if (databaseCode === undefined) return { kind: 'root' }
  if (document === undefined) return { kind: 'database', databaseCode }
  return rest.length === 0 ? { kind: 'document', databaseCode, path: document } : { kind: 'nothing' }
}

/** The path under which a document opens. */
export const pathOf = (databaseCode: string, path: string): string => `/${databaseCode}/${path}`
