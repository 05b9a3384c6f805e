import { withoutDiacritics } from '@lienthong/plugin-sdk'

/** A platform over which databases exchange data. */
export interface Platform {
  readonly code: string
  /** How texts name it, folded. */
  readonly named: readonly string[]
  /** The whole country's, or one of a ministry or province. */
  readonly level: 'national' | 'local'
}

/** The more special names first: what a level adds tells one platform from another. Source: Decision 1425/QĐ-TTg, through a third party's copy. */
export const platforms: readonly Platform[] = [
  { code: 'LGSP', named: ['lgsp', 'nen tang tich hop chia se du lieu cap'], level: 'local' },
  { code: 'LDOP', named: ['ldop', 'nen tang chia se dieu phoi du lieu cap'], level: 'local' },
  {
    code: 'NDOP',
    named: [
      'ndop',
      'nen tang chia se dieu phoi du lieu cua trung tam du lieu quoc gia',
      'nen tang chia se dieu phoi du lieu',
    ],
    level: 'national',
  },
  { code: 'NDXP', named: ['ndxp', 'nen tang tich hop chia se du lieu quoc gia'], level: 'national' },
]

/** What NDXP was called before; so it is said, not confirmed by a source. */
export const oldName = 'NGSP'

/** A text in lower case without diacritics, each word between single spaces. */
export const spaced = (text: string): string =>
  ` ${withoutDiacritics(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')} `

/** The platforms that a text names; the old name stands for NDXP. */
export const platformsIn = (text: string): Platform[] => {
  let left = spaced(text).replaceAll(` ${oldName.toLowerCase()} `, ' ndxp ')
  return platforms.filter(({ named }) => {
    const before = left
    for (const name of named) left = left.replaceAll(` ${name} `, '  ')
    return left !== before
  })
}
