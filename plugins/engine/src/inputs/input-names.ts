import type { InputData } from '@lienthong/plugin-sdk'

/** The inputs that are the same for all documents. */
export type SharedInput = keyof InputData

export const sharedInputs: readonly SharedInput[] = ['directives', 'inventory', 'schemas', 'dictionary']

/** Which revision of each input a check is to see. */
export type InputRevisions = Readonly<Partial<Record<SharedInput, string>>>

export const revisionsOf = (data: InputData): InputRevisions =>
  Object.fromEntries(
    sharedInputs.flatMap(name => {
      const given = data[name]
      return given ? [[name, given.revision]] : []
    }),
  )

export const isSameData = (one: InputData, other: InputData): boolean =>
  sharedInputs.every(name => one[name]?.revision === other[name]?.revision)
