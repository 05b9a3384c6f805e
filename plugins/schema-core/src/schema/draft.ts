import type { Json, RuleContext } from '@lienthong/plugin-sdk'

/** A draft by its number (4, 6, 7) or year (2019, 2020). */
type Draft = number

/**
 * The draft that the document declares, 2020 where it declares none that is known. Ask only where the answer matters:
 * the unit is checked again whenever the root changes.
 */
export const draftOf = (ctx: RuleContext): Draft => draftNamed(ctx.resolve('#')?.value.$schema)

export function draftNamed(declared: Json | undefined): Draft {
  if (typeof declared !== 'string') return 2020
  const [, year, number] =
    /^https?:\/\/json-schema\.org\/draft(?:\/(20\d\d)-\d\d|-0(\d))\/schema#?$/.exec(declared) ?? []
  return Number(year ?? number ?? 2020)
}
