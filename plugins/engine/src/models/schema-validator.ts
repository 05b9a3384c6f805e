import { Ajv2020 } from 'ajv/dist/2020.js'

/** What ajv says of one breach. */
export interface Breach {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

const options = { strict: false, allErrors: true, validateFormats: false } as const

const metaSchemaId = 'https://json-schema.org/draft/2020-12/schema'

type Validate = ((value: unknown) => unknown) & { errors?: readonly Breach[] | null }

let compiled: Validate | null = null

/** Breaches of the JSON Schema 2020-12 meta-schema. The runner's bundle has the same check made beforehand (see build.mjs): ajv makes code from strings, the runner may not. */
export const breachesOf = (schema: unknown): readonly Breach[] => {
  compiled ??= (new Ajv2020(options).getSchema(metaSchemaId) ?? null) as Validate | null
  if (!compiled) throw new Error('the meta-schema is missing')
  return compiled(schema) ? [] : (compiled.errors ?? [])
}
