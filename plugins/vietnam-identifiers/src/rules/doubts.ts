import {
  cited,
  defineRule,
  type FieldNode,
  type GivenValue,
  givenValues,
  type LocalText,
  ownerOf,
  pageOf,
  type Rule,
  type RuleContext,
  schemaOf,
  secondary,
  thirdParty,
  wordsOf,
} from '@lienthong/plugin-sdk'
import { isLegacyOrganisationCode, organisationCode } from '../identifiers/administration.ts'
import { originDoubt, personalId } from '../identifiers/person.ts'
import { provinceCode, reusedCodeDoubt } from '../identifiers/places.ts'
import { identify } from '../identify.ts'

const doubtful = { doubtful: { vi: '{doubt}', en: '{doubt}' } }

const texts = (ctx: RuleContext, node: FieldNode): (GivenValue & { value: string })[] =>
  givenValues(schemaOf(ctx, node) ?? {}).flatMap(given =>
    typeof given.value === 'string' ? [{ ...given, value: given.value }] : [],
  )

function reportDoubts(
  ctx: RuleContext,
  node: FieldNode,
  doubtOf: (value: string) => LocalText | undefined,
): void {
  for (const { value, below } of texts(ctx, node)) {
    const doubt = doubtOf(value)
    if (doubt) ctx.report({ node, below, at: 'value', messageId: 'doubtful', data: { doubt } })
  }
}

export const personalIdOrigin: Rule = defineRule({
  meta: {
    title: { vi: 'Mã nơi đăng ký khai sinh lạ', en: 'Unknown place of birth registration' },
    docs: pageOf({
      why: {
        vi: 'Ba chữ số đầu của số định danh cá nhân là mã nơi đăng ký khai sinh. Số đã cấp không đổi sau khi sáp nhập, và có mã của nước ngoài, nên mã lạ chỉ đáng ngờ chứ không sai.',
        en: 'The first three digits of a personal identification number name the place of birth registration. Numbers given out stay the same after mergers, and codes of countries exist, so an unknown code is doubtful, not wrong.',
      },
      wrong: "soDinhDanhCaNhan:\n  examples: ['999087123456']",
      right: "soDinhDanhCaNhan:\n  examples: ['001087123456']",
      source: cited(['70/2024/NĐ-CP'], thirdParty),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    messages: doubtful,
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      if (identify(node.value) === personalId) reportDoubts(ctx, node, originDoubt)
    },
  }),
})

export const legacyOrganisationCode: Rule = defineRule({
  meta: {
    title: { vi: 'Mã định danh cơ quan kiểu cũ', en: 'Agency identifier of the old form' },
    docs: pageOf({
      why: {
        vi: 'Dạng 13 ký tự của QCVN 102:2016 (000.00.17.H56) đã được thay bằng mã của Quyết định 20/2020/QĐ-TTg, viết từ cấp cao xuống thấp.',
        en: 'The 13-character form of QCVN 102:2016 (000.00.17.H56) was replaced by the identifier of Decision 20/2020/QĐ-TTg, written from the highest level down.',
      },
      wrong: "maDinhDanhCoQuan:\n  examples: ['000.00.17.H56']",
      right: "maDinhDanhCoQuan:\n  examples: ['H56.17']",
      source: cited(['QCVN 102:2016/BTTTT', '20/2020/QĐ-TTg'], thirdParty),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    messages: doubtful,
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      if (identify(node.value) !== organisationCode) return
      reportDoubts(ctx, node, value =>
        isLegacyOrganisationCode(value)
          ? {
              vi: `"${value}" là mã kiểu cũ theo QCVN 102:2016`,
              en: `"${value}" has the old form of QCVN 102:2016`,
            }
          : undefined,
      )
    },
  }),
})

export const provinceCodeDate: Rule = defineRule({
  meta: {
    title: {
      vi: 'Mã tỉnh đổi nghĩa cần ngày hiệu lực',
      en: 'A province code that changed its meaning needs a date',
    },
    docs: pageOf({
      why: {
        vi: 'Bảy mã cấp tỉnh (15, 24, 44, 52, 80, 82, 91) chỉ tỉnh khác kể từ 01/7/2025. Không có trường ngày hiệu lực bên cạnh thì không biết mã nói về tỉnh nào.',
        en: 'Seven province codes (15, 24, 44, 52, 80, 82, 91) name another province since 1 July 2025. Without an effective date beside it nobody knows which one is meant.',
      },
      wrong: "properties:\n  maTinh:\n    enum: ['24']",
      right: "properties:\n  maTinh:\n    enum: ['24']\n  ngayHieuLuc:\n    type: string\n    format: date",
      source: cited(['19/2025/QĐ-TTg', '202/2025/QH15'], secondary),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    messages: doubtful,
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      if (identify(node.value) !== provinceCode) return
      const siblings = ownerOf(ctx, node)?.properties
      if (siblings && Object.keys(siblings).some(saysSinceWhen)) return
      const doubts = texts(ctx, node).flatMap(({ value, below }) => {
        const doubt = reusedCodeDoubt(value)
        return doubt ? [{ doubt, below }] : []
      })
      const [first] = doubts
      if (first)
        ctx.report({
          node,
          below: first.below,
          at: 'value',
          messageId: 'doubtful',
          data: { doubt: first.doubt },
        })
    },
  }),
})

const sinceWhen = [
  'ngay hieu luc',
  'hieu luc tu',
  'tu ngay',
  'ngay ap dung',
  'effective date',
  'effective from',
  'valid from',
  'as of',
]

const saysSinceWhen = (name: string): boolean => {
  const words = wordsOf(name).join(' ')
  return sinceWhen.some(phrase => words.includes(phrase))
}
