import type { LinkedDocument, Surroundings } from '../src/linked/linked.ts'

export const format = 'json-schema-yaml'
export const at = (path: string) => `lienthong:/danh-muc/${path}`
export const address = at('ho-so.schema.yaml')

/** What is known around the document: texts by path, and paths where nothing is. */
export const around = (
  texts: Readonly<Record<string, string>>,
  beside: { missing?: readonly string[]; unknown?: readonly string[]; isBare?: boolean } = {},
): Surroundings => {
  const documents = Object.entries(texts).map(([path, text]): LinkedDocument => {
    const names = [at(path)]
    return { address: at(path), names, revision: text, format, text, isBare: beside.isBare ?? false }
  })
  return { address, documents, missing: (beside.missing ?? []).map(at), unknown: beside.unknown ?? [] }
}
