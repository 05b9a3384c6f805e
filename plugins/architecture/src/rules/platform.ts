import {
  cited,
  defineRule,
  type MdHeading,
  type MdNode,
  type MdSectionNode,
  pageOf,
  type Rule,
  secondary,
} from '@lienthong/plugin-sdk'
import { oldName, type Platform, platformsIn, spaced } from '../platforms.ts'

/** What an exchange of data with others is called. */
const exchange = ['ket noi chia se', 'chia se du lieu', 'lien thong', 'dong bo du lieu', 'data sharing']

const speaksOfExchange = (text: string): boolean => {
  const words = spaced(text)
  return exchange.some(phrase => words.includes(` ${phrase} `))
}

export const integrationPlatform: Rule = defineRule({
  meta: {
    title: { vi: 'Nền tảng kết nối, chia sẻ đúng cấp', en: 'The integration platform of the level' },
    docs: pageOf({
      why: {
        vi: 'Cơ sở dữ liệu bắt buộc kết nối, chia sẻ qua Nền tảng chia sẻ, điều phối dữ liệu (NDOP, máy chủ Agent Node; hạn 31/12/2026), trao đổi khác qua nền tảng tích hợp, chia sẻ dữ liệu quốc gia (NDXP) hoặc của bộ, tỉnh (LGSP, LDOP); không nối điểm với điểm. Đặc tả có yêu cầu về kết nối, chia sẻ, liên thông thì nêu tên nền tảng; cơ sở dữ liệu quốc gia, chuyên ngành nêu nền tảng cấp quốc gia.',
        en: 'Databases under mandatory sharing connect through the sharing and coordination platform (NDOP, by an Agent Node; until 2026-12-31), other exchange goes through the national integration platform (NDXP) or that of a ministry or province (LGSP, LDOP); nothing is joined point to point. A specification with requirements on sharing names its platform; one of a national or specialised database names a national one.',
      },
      wrong: '# Đặc tả liên thông sự kiện\n\nREQ-01: Sự kiện được gửi tới dân cư.',
      right: '# Đặc tả liên thông sự kiện\n\nREQ-01: Sự kiện được gửi tới dân cư qua NDOP.',
      source: cited(
        [
          'khoản 2 Điều 4, Điều 7, Điều 24 Nghị định 278/2025/NĐ-CP',
          '1425/QĐ-TTg',
          '“NGSP là tên cũ của NDXP” chưa được kiểm chứng',
        ],
        secondary,
      ),
    }),
    defaultSeverity: 'warning',
    languages: ['markdown'],
    fixable: true,
    inputs: ['inventory'],
    messages: {
      missing: {
        vi: 'Đặc tả nói về kết nối, chia sẻ dữ liệu nhưng không nêu nền tảng (NDOP, NDXP, LGSP, LDOP)',
        en: 'The specification speaks of sharing data but names no platform (NDOP, NDXP, LGSP, LDOP)',
      },
      level: {
        vi: '"{database}" không phải cơ sở dữ liệu của địa phương: cần nền tảng cấp quốc gia (NDOP hoặc NDXP), không chỉ {named}',
        en: '"{database}" is no local database: a national platform is needed (NDOP or NDXP), not only {named}',
      },
      old: {
        vi: 'NGSP được cho là tên cũ của NDXP (chưa kiểm chứng)',
        en: 'NGSP is said to be the old name of NDXP (not confirmed)',
      },
    },
  },
  scope: 'document',
  create: ctx => {
    const reportOldName = (node: MdSectionNode) => {
      const title = { vi: 'Thay bằng NDXP', en: 'Replace by NDXP' }
      const fixes = [{ kind: 'replaceText', text: 'NDXP', title }] as const
      ctx.report({ node, words: oldName, messageId: 'old', fixes })
    }
    const judge = (title: MdNode<MdHeading>, named: readonly Platform[]) => {
      const { own } = ctx.inventory
      const isTooLow = named.every(({ level }) => level === 'local')
      if (named.length === 0) ctx.report({ node: title, at: 'value', messageId: 'missing' })
      else if (isTooLow && (own?.level === 'national' || own?.level === 'specialised')) {
        const data = { database: own.name.vi, named: named.map(({ code }) => code).join(', ') }
        ctx.report({ node: title, at: 'value', messageId: 'level', data })
      }
    }
    return {
      'md.section'(node) {
        const { heading, requirements, text } = node.value
        const demands = requirements.map(requirement => requirement.text)
        const isAsked = [heading?.text ?? '', ...demands].some(speaksOfExchange)
        ctx.note(node, { isAsked, named: platformsIn(text) } satisfies Noted)
      },
      document(facts) {
        if (facts.language !== 'markdown') return
        for (const node of facts.sections) if (isOldNamed(node)) reportOldName(node)
        const [title] = facts.headings
        const noted = facts.notes.map(({ fact }) => fact as Noted)
        if (!title || facts.requirements.length === 0 || !noted.some(({ isAsked }) => isAsked)) return
        judge(title, [...new Set(noted.flatMap(({ named }) => named))])
      },
    }
  },
})

/** What is kept of a section, so that typing in one does not read the others again. */
interface Noted {
  readonly isAsked: boolean
  readonly named: readonly Platform[]
}

const isOldNamed = ({ value }: MdSectionNode): boolean => oldNamed.test(value.text)
const oldNamed = new RegExp(`(?<![\\p{L}\\p{N}])${oldName}(?![\\p{L}\\p{N}])`, 'u')
