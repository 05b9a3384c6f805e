import {
  defineRule,
  type EntityNode,
  type FieldNode,
  type JsonObject,
  pageOf,
  type Rule,
  remembering,
  wordsOf,
} from '@lienthong/plugin-sdk'

/** Formats, units and terms of the trade that nobody spells out, and what every Vietnamese office writes so. */
const common = new Set(
  [
    'html http https xml json sql pdf png jpg svg css csv txt dns tls ssl ssh sms gps crs wms wfs gml kml md qr',
    'vn vnd km cm mm dm kg mg kw kwh mhz khz',
    'cccd cmnd gplx bhxh bhyt bhtn mst stt sdt csdl tthc ttdl qppl ntt',
  ].flatMap(line => line.split(' ')),
)

/** Of a name. Letters without a vowel are no syllable of Vietnamese and no word of English. */
const abbreviationsIn = remembering(2_000, name =>
  wordsOf(name).filter(word => /^[bcdfghjklmnpqrstvwxz]{2,6}$/.test(word)),
)

/** Whether words stand in a row of which it is made up: "mã số thuế" for `mst`. */
const isSpelledOut = (abbreviation: string, words: readonly string[]): boolean =>
  words.some((_, from) =>
    [...abbreviation].every((letter, index) => words[from + index]?.startsWith(letter) ?? false),
  )

const knownTo = ({ also }: JsonObject): ReadonlySet<string> =>
  new Set([...common, ...(Array.isArray(also) ? also.map(word => String(word).toLowerCase()) : [])])

export const abbreviation: Rule = defineRule({
  meta: {
    title: { vi: 'Từ viết tắt được viết đầy đủ', en: 'Abbreviations are spelled out' },
    docs: pageOf({
      why: {
        vi: 'Từ viết tắt mà một đơn vị quen dùng thì đơn vị khác không hiểu, hoặc hiểu khác. Từ viết tắt trong tên phải được viết đầy đủ trong tiêu đề hay mô tả của chính trường ấy. Những từ ai cũng biết (`cccd`, `bhxh`, `xml`, `km`) không bị nêu; tùy chọn `also` thêm những từ khác.',
        en: 'An abbreviation that one office is used to means nothing, or something else, to another. One in a name is spelled out in the title or description of the same field. What everybody knows (`cccd`, `bhxh`, `xml`, `km`) is not reported; the option `also` adds others.',
      },
      wrong: 'properties:\n  dtnn: { type: number, description: Diện tích tính bằng mét vuông }',
      right: 'properties:\n  dtnn: { type: number, description: "Diện tích nông nghiệp, mét vuông" }',
      source: 'NIEM NDR 6.0 7-36',
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql'],
    optionsSchema: {
      type: 'object',
      properties: { also: { type: 'array', items: { type: 'string', maxLength: 20 }, maxItems: 200 } },
      additionalProperties: false,
    },
    messages: {
      unexplained: {
        vi: 'Từ viết tắt "{word}" trong "{name}" chưa được viết đầy đủ trong tiêu đề hay mô tả',
        en: 'The abbreviation "{word}" in "{name}" is not spelled out in the title or description',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const known = knownTo(ctx.options)
    const look = (node: EntityNode | FieldNode) => {
      const { name, title, description } = node.value
      const abbreviations = abbreviationsIn(name)
      if (abbreviations.length === 0) return
      const told = wordsOf(`${title ?? ''} ${description ?? ''}`)
      const word = abbreviations.find(each => !known.has(each) && !isSpelledOut(each, told))
      if (word) ctx.report({ node, at: 'key', messageId: 'unexplained', data: { word, name } })
    }
    return { entity: look, field: look }
  },
})
