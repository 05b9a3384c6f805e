import { defineRule, type Fix, pageOf, type Report, type Rule, spelledWordsOf } from '@lienthong/plugin-sdk'

/** Texts that only say that somebody will write one. */
const placeholders = new Set([
  ...['todo', 'tbd', 'fixme', 'n a', 'na', 'none', 'null', 'description', 'comment', 'lorem ipsum'],
  ...['mô tả', 'mo ta', 'chưa có', 'chưa có mô tả', 'cần bổ sung', 'sẽ bổ sung', 'bổ sung sau', 'chưa mô tả'],
])

/** At the beginning and in capitals: further on, and in small letters, they may be words of a sentence. */
const opening = /^\s*(?:TODO|TBD|FIXME)(?:$|[\s:.,(-])/

/** Words that a repeated name may be dressed with. */
const dressing = new Set(['the', 'a', 'an', 'trường', 'cột', 'bảng'])

type Problem = 'empty' | 'placeholder' | 'repeats'

/** So much longer than the name, a text that has a word in it says more, whatever it is dressed with. */
const dressingLength = 24

/** Of letters that have capitals. */
const beginsWithLetter = ([first = '']: string): boolean => first.toLowerCase() !== first.toUpperCase()

/** What is wrong with a description of something of that name, or undefined. */
function problemOf(text: string, name: string): Problem | undefined {
  const isLong = text.length > 2 * name.length + dressingLength
  if (isLong && beginsWithLetter(text) && !opening.test(text)) return undefined
  if (text.trim() === '') return 'empty'
  const words = spelledWordsOf(text)
  if (words.length === 0 || opening.test(text) || placeholders.has(words.join(' '))) return 'placeholder'
  // Compared with its diacritics: "Họ tên" says more than `hoTen` does.
  const bare = words.filter(word => !dressing.has(word)).join(' ')
  return bare === spelledWordsOf(name).join(' ') ? 'repeats' : undefined
}

const removal: Fix = { kind: 'remove', title: { vi: 'Bỏ mô tả trống', en: 'Remove the empty description' } }

export const descriptionMeaningful: Rule = defineRule({
  meta: {
    title: { vi: 'Mô tả nói điều gì đó', en: 'Descriptions say something' },
    docs: pageOf({
      why: {
        vi: 'Mô tả lặp lại tên hay ghi "TODO" trông như đã có mô tả, nên không ai viết nữa. Mô tả nói điều mà tên không nói: nghĩa, đơn vị, phạm vi, căn cứ. Mô tả có dấu của một tên không dấu đã nói thêm, không bị nêu.',
        en: 'A description that repeats the name or says "TODO" looks like one, so nobody writes it. A description says what the name does not: meaning, unit, range, ground. Writing a name out with its Vietnamese diacritics says more already and is not reported.',
      },
      wrong: 'properties:\n  status: { type: string, description: The status }',
      right:
        'properties:\n  status: { type: string, description: Where the application stands with the agency }',
      source: 'ISO/IEC 11179-4: a definition is not circular',
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    fixable: true,
    messages: {
      empty: { vi: 'Mô tả trống', en: 'The description is empty' },
      placeholder: { vi: 'Mô tả còn để tạm', en: 'The description is a placeholder' },
      repeats: {
        vi: 'Mô tả chỉ lặp lại tên "{name}"',
        en: 'The description only repeats the name "{name}"',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const check = (text: string, name: string, place: Omit<Report, 'messageId'>) => {
      const messageId = problemOf(text, name)
      if (messageId === undefined) return
      const fixes = messageId === 'empty' && place.below ? [removal] : []
      ctx.report({ ...place, messageId, data: { name }, fixes })
    }
    return {
      schema(node) {
        const { description } = node.value
        if (typeof description !== 'string') return
        check(description, String(node.key ?? ''), { node, below: ['description'], at: 'value' })
      },
      'sql.comment'(node) {
        const { text, column, table } = node.value
        // An empty text is `is null` too: the way to take a comment back.
        if (text !== '') check(text, column ?? table.name, { node, at: 'whole' })
      },
    }
  },
})
