import {
  defineRule,
  nearest,
  pageOf,
  type Reach,
  type RefNode,
  type Report,
  type Rule,
  type SchemaDocument,
} from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'

export const refResolves: Rule = defineRule({
  meta: {
    title: { vi: 'Tham chiếu có đích', en: 'References lead somewhere' },
    docs: pageOf({
      why: {
        vi: 'Tham chiếu không có đích làm hỏng cả lược đồ: bộ kiểm tra dừng lại, bộ sinh mã bỏ qua trường.',
        en: 'A reference without a target breaks the whole schema: validators stop, code generators skip the field.',
      },
      wrong: "$ref: '#/$defs/CongDna'",
      right: "$ref: '#/$defs/CongDan'",
      source: `${jsonSchema} Core § 8.2.3`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      missing: { vi: 'Không có "{ref}" trong tài liệu này', en: 'There is no "{ref}" in this document' },
      missingThere: {
        vi: 'Không có "{part}" trong tài liệu "{document}"',
        en: 'There is no "{part}" in the document "{document}"',
      },
      missingDocument: { vi: 'Không có tài liệu "{document}"', en: 'There is no document "{document}"' },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'json-schema') return
      const names = new Map(facts.definitions.map(({ key, path }) => [String(key), `#/${path.join('/')}`]))
      let guesses = maxGuesses
      for (const node of facts.refs) {
        const reach = ctx.reach(node.ref)
        if (reach === 'unknown' || ctx.resolve(node.ref)) continue
        const isHere = node.ref.startsWith('#')
        const near = isHere && guesses-- > 0 ? nearestDefinition(node, names) : undefined
        const wrong = isHere ? missingHere(node.ref, near) : missingElsewhere(node.ref, reach)
        ctx.report({ node, below: ['$ref'], at: 'value', ...wrong })
      }
    },
  }),
})

type Wrong = Pick<Report, 'messageId' | 'data' | 'fixes'>

function missingHere(ref: string, near: string | undefined): Wrong {
  const title = { vi: `Đổi thành "${near}"`, en: `Change to "${near}"` }
  const fixes = near === undefined ? [] : [{ kind: 'setValue', value: near, title } as const]
  return { messageId: 'missing', data: { ref }, fixes }
}

function missingElsewhere(ref: string, reach: Reach): Wrong {
  const [document = '', part = ''] = ref.split('#', 2)
  const messageId = reach === 'missing' ? 'missingDocument' : 'missingThere'
  return { messageId, data: { document, part: `#${part}` } }
}

/** A definition that was renamed away has many such references; guessing at each key would make typing wait. */
const maxGuesses = 20

function nearestDefinition({ ref }: RefNode, names: ReadonlyMap<string, string>): string | undefined {
  const wanted = ref.split('/').at(-1) ?? ''
  const near = nearest(wanted, names.keys())
  return near === undefined ? undefined : names.get(near)
}

export const unusedDefinition: Rule = defineRule({
  meta: {
    title: { vi: 'Định nghĩa không dùng tới', en: 'Unused definition' },
    docs: pageOf({
      why: {
        vi: 'Định nghĩa không đi tới được từ gốc không kiểm tra dữ liệu nào; thường là phần còn sót hoặc một tham chiếu bị quên.',
        en: 'A definition that cannot be reached from the root checks no data; it is a remnant, or a reference was forgotten.',
      },
      wrong: 'properties:\n  hoTen: { type: string }\n$defs:\n  DiaChi: { type: object }',
      right: "properties:\n  diaChi: { $ref: '#/$defs/DiaChi' }\n$defs:\n  DiaChi: { type: object }",
      source: `${jsonSchema} Core § 8.2.4`,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    fixable: true,
    messages: { unused: { vi: 'Không nơi nào dùng "{name}"', en: 'Nothing uses "{name}"' } },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'json-schema' || isLibrary(facts)) return
      const reached = reachable(facts)
      for (const node of facts.definitions) {
        if (reached.has(`#/${node.path.join('/')}`)) continue
        const title = { vi: 'Xóa định nghĩa', en: 'Remove the definition' }
        const data = { name: String(node.key) }
        ctx.report({ node, at: 'key', messageId: 'unused', data, fixes: [{ kind: 'remove', title }] })
      }
    },
  }),
})

const describing = new Set([
  '$schema',
  '$id',
  '$comment',
  '$anchor',
  '$vocabulary',
  'title',
  'description',
  '$defs',
  'definitions',
])

/** A document that only holds definitions, for others to refer to. */
const isLibrary = ({ root }: SchemaDocument): boolean =>
  root === null || Object.keys(root.value).every(key => describing.has(key) || key.startsWith('x-'))

/** The definitions that references lead to from outside of definitions, directly or through others. */
function reachable({ refs }: SchemaDocument): Set<string> {
  const bySource = new Map<string, string[]>()
  for (const { ref, path } of refs) {
    const source = definitionOf(path.map(String))
    bySource.set(source, [...(bySource.get(source) ?? []), definitionOf(stepsOf(ref))])
  }
  const reached = new Set<string>()
  const pending = [...(bySource.get('') ?? [])]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    pending.push(...(bySource.get(next) ?? []))
  }
  return reached
}

/** The root's definition that a path lies in, '' outside of definitions. */
const definitionOf = ([first, second]: readonly string[]): string =>
  (first === '$defs' || first === 'definitions') && second !== undefined ? `#/${first}/${second}` : ''

const stepsOf = (ref: string): string[] =>
  ref
    .replace(/^#\/?/, '')
    .split('/')
    .map(step => unescaped(step).replaceAll('~1', '/').replaceAll('~0', '~'))

function unescaped(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

export const duplicateDefinition: Rule = defineRule({
  meta: {
    title: { vi: 'Định nghĩa trùng nhau', en: 'Duplicate definitions' },
    docs: pageOf({
      why: {
        vi: 'Hai định nghĩa giống hệt nhau sẽ dần khác nhau: sửa một nơi, quên nơi kia.',
        en: 'Two equal definitions drift apart: one is mended, the other forgotten.',
      },
      wrong:
        "$defs:\n  SoCccd: { type: string, pattern: '^[0-9]{12}$' }\n  SoDinhDanh: { type: string, pattern: '^[0-9]{12}$' }",
      right: "$defs:\n  SoDinhDanh: { type: string, pattern: '^[0-9]{12}$' }",
      source: 'DRY',
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    messages: { same: { vi: 'Giống hệt định nghĩa "{name}"', en: 'Equal to the definition "{name}"' } },
  },
  scope: 'document',
  create: ctx => ({
    'schema.definition'(node) {
      const { title: _title, description: _description, ...content } = node.value
      if (Object.keys(content).length > 1) ctx.note(node, JSON.stringify(content))
    },
    notes(notes) {
      const first = new Map<string, string>()
      for (const { node, fact } of notes) {
        const name = String(node.path.at(-1))
        const same = first.get(String(fact))
        if (same === undefined) first.set(String(fact), name)
        else ctx.report({ node, at: 'key', messageId: 'same', data: { name: same } })
      }
    },
  }),
})
