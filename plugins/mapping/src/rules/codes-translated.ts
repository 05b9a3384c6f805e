import { defineRule, type MappingEntry, nearest, pageOf, type Report, type Rule } from '@lienthong/plugin-sdk'
import { Ends } from '../ends.ts'
import { listed } from '../listed.ts'
import { framework } from '../sources.ts'

export const codesTranslated: Rule = defineRule({
  meta: {
    title: { vi: 'Mã được chuyển đổi đủ', en: 'Codes are translated' },
    docs: pageOf({
      why: {
        vi: 'Trường đích chỉ nhận mã trong danh mục của nó. Mỗi mã mà nguồn có phải là mã của đích, hoặc được chuyển thành mã của đích ở `codes`; mã không có trong hai danh mục là viết nhầm.',
        en: 'The target takes codes of its list only. Each code of the source must be one of the target, or become one in `codes`; a code of neither list is a slip.',
      },
      wrong: "- { from: cong_dan.gioi_tinh, to: gioiTinh } # '1', '2' → nam, nu",
      right: "- { from: cong_dan.gioi_tinh, to: gioiTinh, codes: { '1': nam, '2': nu } }",
      source: framework,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    fixable: true,
    inputs: ['schemas'],
    messages: {
      untranslated: {
        vi: 'Đích không nhận mã của nguồn: {codes}. Chuyển đổi ở "codes"',
        en: 'The target does not take codes of the source: {codes}. Translate them in "codes"',
      },
      unknown: {
        vi: 'Danh mục của đích không có mã "{code}"',
        en: 'The list of the target has no code "{code}"',
      },
      unheard: {
        vi: 'Danh mục của nguồn không có mã "{code}"',
        en: 'The list of the source has no code "{code}"',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const ends = new Ends(ctx)
    return {
      'mapping.entry'(node) {
        const { to } = node.value
        const wanted = to === null ? undefined : ends.target(node.parent)?.at(to)?.values
        if (!wanted) return
        const given = ends.pairOf(node)?.from.values ?? null
        for (const flaw of [...resultsOf(node.value, wanted), ...originsOf(node.value, wanted, given)])
          ctx.report({ node, ...flaw })
      },
    }
  },
})

type Flaw = Omit<Report, 'node'>

/** What values become is in the list of the target. */
const resultsOf = ({ value, codes }: MappingEntry, wanted: readonly string[]): Flaw[] =>
  [
    ...(value === undefined ? [] : [{ result: value, below: ['value'] }]),
    ...Object.entries(codes ?? {}).map(([code, result]) => ({ result, below: ['codes', code] })),
  ].flatMap(({ result, below }): Flaw[] => {
    const code = typeof result === 'string' ? result : JSON.stringify(result)
    if (wanted.includes(code)) return []
    const near = nearest(code, wanted)
    const title = { vi: `Sửa thành ${near}`, en: `Change to ${near}` }
    const fixes = near === undefined ? [] : ([{ kind: 'setValue', value: near, title }] as const)
    return [{ below, at: 'value', messageId: 'unknown', data: { code }, fixes }]
  })

/** Codes of the source, where it has a list, all become something. */
const originsOf = (
  { codes, transform }: MappingEntry,
  wanted: readonly string[],
  given: readonly string[] | null,
): Flaw[] => {
  if (given === null) return []
  const unheard = Object.keys(codes ?? {})
    .filter(code => !given.includes(code))
    .map((code): Flaw => ({ below: ['codes', code], at: 'key', messageId: 'unheard', data: { code } }))
  const left = given.filter(code => !wanted.includes(code) && codes?.[code] === undefined)
  if (left.length === 0 || transform !== null) return unheard
  const place =
    codes === null ? ({ below: ['from'], at: 'value' } as const) : ({ below: ['codes'], at: 'key' } as const)
  return [{ ...place, messageId: 'untranslated', data: { codes: listed(left) } }, ...unheard]
}
