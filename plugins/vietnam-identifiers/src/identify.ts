import type { Identifier } from './identifier.ts'
import { documentNumber, organisationCode, procedureCode } from './identifiers/administration.ts'
import { country, gender } from './identifiers/code-lists.ts'
import { personalId, socialInsurance } from './identifiers/person.ts'
import { communeCode, provinceCode } from './identifiers/places.ts'
import { personalTaxCode, taxCode } from './identifiers/tax.ts'
import { holds, type Named } from './recognise.ts'

/** In the order in which they are tried: the more special first. */
export const identifiers: readonly Identifier[] = [
  personalTaxCode,
  taxCode,
  socialInsurance,
  personalId,
  communeCode,
  provinceCode,
  procedureCode,
  organisationCode,
  documentNumber,
  gender,
  country,
]

/** What is remembered is only what the same question gives again; the cap keeps a long session's memory small. */
const remembered = new Map<string, Identifier | null>()
const rememberedLimit = 5_000

/** The identifier that a field holds, by its name, title and description. */
export function identify(field: Named): Identifier | undefined {
  const key = `${field.name}\n${field.title ?? ''}\n${field.description ?? ''}`
  const known = remembered.get(key)
  if (known !== undefined) return known ?? undefined
  const found = identifiers.find(identifier => holds(field, identifier.signs))
  if (remembered.size >= rememberedLimit) remembered.clear()
  remembered.set(key, found ?? null)
  return found
}
