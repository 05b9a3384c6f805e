import { type Named, Recogniser } from '@lienthong/plugin-sdk'
import type { Identifier } from './identifier.ts'
import { documentNumber, organisationCode, procedureCode } from './identifiers/administration.ts'
import { country, gender } from './identifiers/code-lists.ts'
import { personalId, socialInsurance } from './identifiers/person.ts'
import { communeCode, provinceCode } from './identifiers/places.ts'
import { personalTaxCode, taxCode } from './identifiers/tax.ts'

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

const recogniser = new Recogniser(identifiers)

/** The identifier that a field holds, by its name, title and description. */
export const identify = (field: Named): Identifier | undefined => recogniser.kindOf(field)
