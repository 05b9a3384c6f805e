/** How an option is asked for; `json` is what no simple field can hold. */
export type OptionField = { readonly name: string } & (
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly isWhole: boolean }
  | { readonly kind: 'yesNo' | 'words' | 'text' | 'json' }
)

/** The options of a rule by the JSON Schema that its plugin gives of them. Which values fit, the server says. */
export const optionFieldsOf = (schema: Readonly<Record<string, unknown>> | null | undefined): OptionField[] =>
  Object.entries(recordOf(schema?.properties)).map(([name, property]) => fieldOf(name, recordOf(property)))

const fieldOf = (name: string, property: Readonly<Record<string, unknown>>): OptionField => {
  const { type, enum: choices, items, minimum, maximum } = property
  if (Array.isArray(choices) && choices.every(choice => typeof choice === 'string'))
    return { name, kind: 'choice', choices }
  if (type === 'boolean') return { name, kind: 'yesNo' }
  if (type === 'string') return { name, kind: 'text' }
  if (type === 'array' && recordOf(items).type === 'string') return { name, kind: 'words' }
  if (type !== 'integer' && type !== 'number') return { name, kind: 'json' }
  return {
    name,
    kind: 'number',
    isWhole: type === 'integer',
    ...(typeof minimum === 'number' && { min: minimum }),
    ...(typeof maximum === 'number' && { max: maximum }),
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
