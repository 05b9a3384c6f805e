/** Comments and texts are skipped; what stands between dollar quotes is read, for it may be SQL. */
const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{M}\p{N}_$]*)/gu

/** The names and words of an SQL statement as PostgreSQL folds them, but never cut. */
export const identifiersIn = (sql: string): string[] =>
  [...sql.matchAll(token)].flatMap(([, quoted, bare]) => {
    if (quoted !== undefined) return [quoted.replaceAll('""', '"')]
    // PostgreSQL folds ASCII letters only where the encoding has many bytes.
    return bare === undefined ? [] : [bare.replace(/[A-Z]+/g, letters => letters.toLowerCase())]
  })
