/** The rule sets that come with the product, in the order in which they run. Each is the folder `plugins/<id>` and the package `@lienthong/<id>`. */
export const firstPartyIds: readonly string[] = [
  'schema-core',
  'naming',
  'vietnam-identifiers',
  'personal-data',
  'spec-quality',
  'compatibility',
  'directives',
  'architecture',
  'mapping',
]

/** The package that holds a rule set of the product. */
export const packageOf = (id: string): string => `@lienthong/${id}`
