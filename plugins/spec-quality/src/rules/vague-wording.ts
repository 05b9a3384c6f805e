import {
  defineRule,
  type JsonObject,
  type LocalText,
  Occurrences,
  pageOf,
  type Rule,
} from '@lienthong/plugin-sdk'
import { Phrases } from '../text/phrases.ts'
import { plain } from '../text/plain.ts'
import { type Vagueness, vagueWords } from '../text/vague-words.ts'
import { literature } from './sources.ts'

const messages = {
  quality: {
    vi: '“{words}” không đo được: nêu tiêu chí kiểm tra được',
    en: '"{words}" cannot be measured: state what can be tested',
  },
  time: {
    vi: '“{words}” không nói bao lâu: nêu thời hạn hoặc tần suất',
    en: '"{words}" does not say how long: state a time or a frequency',
  },
  amount: {
    vi: '“{words}” không nói bao nhiêu: nêu con số hoặc danh sách',
    en: '"{words}" does not say how many: state a number or a list',
  },
  escape: {
    vi: '“{words}” để ngỏ việc có làm hay không: nêu rõ khi nào thì phải làm',
    en: '"{words}" leaves it open whether it is done: state when it must be',
  },
  open: {
    vi: '“{words}” để ngỏ danh sách: liệt kê đầy đủ',
    en: '"{words}" leaves the list open: name everything',
  },
} satisfies Record<Vagueness, LocalText>

const isVagueness = (name: string): name is Vagueness => name in vagueWords

/** A time that is stated beside a vague one makes it clear: "kịp thời, trong vòng 24 giờ". */
const statedTime =
  /\d\s*(?:ms|s|giây|phút|giờ|ngày|tuần|tháng|quý|năm|seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?![\p{L}\p{N}])|(?:mỗi|hằng|hàng|every|each)\s+(?:giờ|ngày|tuần|tháng|quý|năm|hour|day|week|month|quarter|year)|(?:trong|within)\s+(?:ngày|the day)/iu

const listOf = (options: JsonObject, name: string): string[] => {
  const list = options[name]
  return Array.isArray(list) ? list.filter(word => typeof word === 'string') : []
}

export const vagueWording: Rule = defineRule({
  meta: {
    title: { vi: 'Lời văn có thể kiểm chứng', en: 'Wording that can be verified' },
    docs: pageOf({
      why: {
        vi: '“Nhanh chóng”, “thân thiện”, “nếu cần” mỗi người hiểu một cách: nhà thầu nói đã đạt, bên nghiệm thu nói chưa, và cả hai đều đúng. Nêu con số, thời hạn, điều kiện. Từ chỉ thời gian không bị nêu khi yêu cầu đã ghi rõ thời hạn. Tùy chọn: `also` thêm từ, `except` bỏ từ.',
        en: '"Quickly", "user-friendly", "as appropriate" mean something else to everybody: the supplier says it is done, the client says it is not, and both are right. State numbers, times, conditions. Words of time are left alone where a time is stated. Options: `also` adds words, `except` leaves some out.',
      },
      wrong: 'YC-001: Hệ thống phải thông báo kịp thời cho bên khai thác.',
      right: 'YC-001: Hệ thống phải thông báo cho bên khai thác trong vòng 24 giờ.',
      source: literature('§ 5.2.7', 'C7, R7, R8, R9'),
    }),
    defaultSeverity: 'warning',
    languages: ['markdown'],
    optionsSchema: {
      type: 'object',
      properties: {
        also: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 100 }, maxItems: 200 },
        except: { type: 'array', items: { type: 'string', maxLength: 100 }, maxItems: 200 },
      },
      additionalProperties: false,
    },
    messages,
  },
  scope: 'unit',
  create: ctx => {
    const except = new Set(listOf(ctx.options, 'except').map(word => word.toLowerCase()))
    const also = listOf(ctx.options, 'also')
    const kindOf = new Map<string, Vagueness>(also.map(word => [word.toLowerCase(), 'quality']))
    for (const [kind, words] of Object.entries(vagueWords))
      for (const word of words) if (isVagueness(kind) && !except.has(word)) kindOf.set(word, kind)
    const phrases = new Phrases([...kindOf.keys()])
    return {
      'md.requirement'(node) {
        const text = plain(node.value.text)
        const occurrences = new Occurrences(node.value.text)
        const hasTime = statedTime.test(text)
        for (const { words, from, to } of phrases.in(text)) {
          const kind = kindOf.get(words.toLowerCase().replace(/\s+/g, ' ')) ?? 'quality'
          if (kind === 'time' && hasTime) continue
          ctx.report({ node, at: 'value', ...occurrences.mark(from, to), messageId: kind, data: { words } })
        }
      },
    }
  },
})
