import { defineRule, type Path, pageOf, pointerTo, type Rule, type SchemaNode } from '@lienthong/plugin-sdk'
import { isEmbedded } from '../fit/fitting.ts'
import { jsonSchema } from '../sources.ts'

export const refEnds: Rule = defineRule({
  meta: {
    title: { vi: 'Tham chiếu không đi vòng tròn', en: 'References come to an end' },
    docs: pageOf({
      why: {
        vi: 'Một lược đồ mà tham chiếu dẫn về chính nó, không qua thuộc tính hay phần tử nào, thì không nói gì cả: bộ kiểm tra lặp vô hạn hoặc từ chối cả lược đồ. Qua thuộc tính hay phần tử thì được: đó là cây.',
        en: 'A schema whose references lead back to itself, through no property and no item, says nothing: validators loop for ever or refuse the whole schema. Through properties or items they may: that is a tree.',
      },
      wrong: "$defs:\n  A: { $ref: '#/$defs/B' }\n  B: { $ref: '#/$defs/A' }",
      right:
        "$defs:\n  A: { $ref: '#/$defs/B' }\n  B: { type: object, properties: { a: { $ref: '#/$defs/A' } } }",
      source: `${jsonSchema} Core § 9.4.1`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    messages: {
      itself: { vi: 'Tham chiếu dẫn về chính nơi này', en: 'The reference leads back to this very place' },
      circle: { vi: 'Các tham chiếu đi vòng tròn: {way}', en: 'The references go round in a circle: {way}' },
    },
  },
  scope: 'document',
  create: ctx => ({
    'schema.ref'(node) {
      if (node.ref.startsWith('#') && !isEmbedded(node)) ctx.note(node, { from: wholes(node), to: node.ref })
    },
    notes(notes) {
      const steps = notes.map(({ fact }) => fact as Step)
      const ways = waysOf(steps)
      const endless = endlessOf(ways)
      for (const [index, { node }] of notes.entries()) {
        const step = steps[index]
        const way = step && endless.has(step.to) ? circleOf(step, ways) : undefined
        if (!way) continue
        const messageId = way.length === 1 ? 'itself' : 'circle'
        const data = { way: [...way, way[0] ?? ''].join(' → ') }
        ctx.report({ node, below: ['$ref'], at: 'value', messageId, data })
      }
    },
  }),
})

/** A reference: the places that say it, and where it leads. */
interface Step {
  readonly from: readonly string[]
  readonly to: string
}

/** The schema that refers, and those that are no more than `allOf` around it. */
function wholes(node: SchemaNode): string[] {
  const found = [pointerTo(node.path)]
  for (let at: SchemaNode | null = node; at && isOfAll(at.path); at = at.parent)
    if (at.parent) found.push(pointerTo(at.parent.path))
  return found
}

const isOfAll = (path: Path): boolean => path.at(-2) === 'allOf' && typeof path.at(-1) === 'number'

function waysOf(steps: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, string[]>()
  for (const { from, to } of steps)
    for (const place of from) {
      const known = ways.get(place)
      if (known) known.push(to)
      else ways.set(place, [to])
    }
  return ways
}

/** The places from which one can go on for ever: those of circles, and those before them. Of most documents there is none. */
function endlessOf(ways: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const before = turned(ways)
  const open = new Map([...ways].map(([place, targets]) => [place, targets.length]))
  const ending = [...before.keys()].filter(target => !ways.has(target))
  for (let end = ending.pop(); end !== undefined; end = ending.pop())
    for (const place of before.get(end) ?? []) {
      const left = (open.get(place) ?? 0) - 1
      open.set(place, left)
      if (left === 0) ending.push(place)
    }
  return new Set([...open].filter(([, left]) => left > 0).map(([place]) => place))
}

/** By target, the places that lead there. */
function turned(ways: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>()
  for (const [place, targets] of ways)
    for (const target of targets) {
      const known = before.get(target)
      if (known) known.push(place)
      else before.set(target, [place])
    }
  return before
}

/** A longer circle than this is not looked for, lest a chain of thousands cost its square. */
const maxPlaces = 30
/** A message names no more. */
const maxNamed = 5

/** The way from where a reference leads back to where it stands. */
function circleOf({ from, to }: Step, ways: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const before = new Map<string, string | null>([[to, null]])
  for (const place of before.keys()) {
    if (from.includes(place)) return wayTo(place, before)
    if (before.size > maxPlaces) return undefined
    for (const next of ways.get(place) ?? []) if (!before.has(next)) before.set(next, place)
  }
  return undefined
}

function wayTo(end: string, before: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = []
  for (let at: string | null = end; at !== null && way.length < maxNamed; at = before.get(at) ?? null)
    way.push(at)
  return way.reverse()
}
