import type { Directive } from '@lienthong/plugin-sdk'

/** `điểm a khoản 2 Điều 40`, `mục II.4.b`, `Phụ lục III`, right before the directive, its kind between: `Điều 5 Nghị định`. */
const naming =
  /((?:điểm [a-zđ]{1,2},? )?(?:khoản \d{1,3},? )?điều \d{1,3}|mục [IVXLC\d][IVXLC\d.a-zđ]*|phụ lục [IVXLC\d]+)(?: và (?:điều \d{1,3}))?(?: của)? (?:(?:luật|bộ luật|nghị định|nghị quyết|quyết định|quy định|thông tư|chỉ thị|kế hoạch|thông báo|công điện)[\p{L} ]{0,80}? )?(?:số )?[`(]?$/iu

/** The provision that a text names at its very end, before a directive. */
export const provisionBefore = (text: string): string | null =>
  naming.exec(text.slice(-maxLength))?.[1] ?? null

const maxLength = 200

/** Whether a directive's record knows the provision: by its article, section or annex, for records hold few clauses. Null where it knows none at all. */
export const knowsProvision = ({ provisions }: Directive, named: string): boolean | null => {
  const sought = articleOf(named)
  if (provisions.length === 0 || sought === null) return null
  const known = provisions.map(({ label }) => articleOf(label))
  return known.includes(sought)
}

const articleOf = (label: string): string | null =>
  /điều \d+|mục [IVXLC\d]+|phụ lục [IVXLC\d]+/iu.exec(label)?.[0].toLowerCase() ?? null
