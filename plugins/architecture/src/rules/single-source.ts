import {
  cited,
  defineRule,
  type EntityNode,
  type FieldNode,
  type Fix,
  holds,
  type Note,
  pageOf,
  pointerTo,
  Recogniser,
  type Rule,
  type RuleContext,
  wordsOf,
} from '@lienthong/plugin-sdk'
import { type MasterData, masterData } from '../master-data.ts'
import { ourReading } from '../sources.ts'

/** Fewer are a label for people, not a copy. */
const minCopied = 2

const kinds = masterData.flatMap(data => [
  { data, isKey: true, signs: { phrases: data.key } },
  { data, isKey: false, signs: { phrases: data.attributes } },
])
const recogniser = new Recogniser(kinds)

export const singleSource: Rule = defineRule({
  meta: {
    title: { vi: 'Một nguồn tin cậy duy nhất', en: 'One single source' },
    docs: pageOf({
      why: {
        vi: 'Dữ liệu chủ quốc gia có một nguồn tin cậy duy nhất. Cơ sở dữ liệu khác giữ khóa (như số định danh cá nhân) và tra cứu ở nguồn; bản sao sẽ lệch, và người dân phải khai lại. Nếu phải giữ bản sao thì nêu nguồn: từ khóa `x-source` của đối tượng, hoặc tên cơ sở dữ liệu nguồn trong mô tả.',
        en: 'National master data has one single trusted source. Other databases keep the key (such as the personal identification number) and look the rest up there; copies drift, and people are asked again for what is known. Where a copy must be kept, name its source: by the keyword `x-source` of the object, or by the name of the source in a description.',
      },
      wrong: 'NguoiNop:\n  properties:\n    soDinhDanhCaNhan: …\n    hoTen: …\n    ngaySinh: …',
      right: 'NguoiNop:\n  properties:\n    soDinhDanhCaNhan: …',
      source: cited(['Điều 5 Nghị định 278/2025/NĐ-CP', 'SEMIC GC-R1 Reuse existing concepts'], ourReading),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    fixable: true,
    inputs: ['inventory'],
    messages: {
      copied: {
        vi: '"{entity}" chép {fields}, đã có ở {source}: giữ khóa "{key}" và tra cứu, hoặc nêu nguồn',
        en: '"{entity}" copies {fields}, which {source} holds: keep the key "{key}" and look it up, or name the source',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    field(node) {
      if (recogniser.kindOf(node.value)) ctx.note(node, null)
    },
    document({ notes }) {
      const { own } = ctx.inventory
      if (!own) return
      for (const fields of byEntity(notes))
        for (const data of masterData)
          if (data.source !== own.code && !data.origins.includes(own.code)) judge(ctx, data, fields)
    },
  }),
})

const byEntity = (notes: readonly Note[]): Iterable<readonly FieldNode[]> => {
  const groups = new Map<EntityNode, FieldNode[]>()
  for (const { node } of notes) {
    // Only fields were noted.
    const field = node as FieldNode
    groups.set(field.entity, [...(groups.get(field.entity) ?? []), field])
  }
  return groups.values()
}

const judge = (ctx: RuleContext, data: MasterData, fields: readonly FieldNode[]): void => {
  const source = ctx.inventory.database(data.source, ctx.inventory.day)
  const of = (isKey: boolean) =>
    fields.filter(({ value }) => {
      const kind = recogniser.kindOf(value)
      return kind?.data === data && kind.isKey === isKey
    })
  const [key] = of(true)
  const copied = of(false)
  if (!source || !key || copied.length < minCopied || namesSource(ctx, data, [key, ...copied])) return
  const { entity } = key
  const name = entity.value.name || (entity.value.title ?? '')
  const names = copied.map(({ value }) => `"${value.name}"`).join(', ')
  const title = { vi: `Nêu nguồn: ${data.source}`, en: `Name the source: ${data.source}` }
  const fix: Fix = { kind: 'insertKey', key: 'x-source', value: data.source, title }
  ctx.report({
    node: entity,
    at: 'key',
    messageId: 'copied',
    data: {
      ...{ entity: name, fields: names, key: key.value.name },
      source: { vi: source.name.vi, en: source.name.en ?? source.name.vi },
    },
    fixes: entity.language === 'json-schema' ? [fix] : [],
  })
}

const namesSource = (ctx: RuleContext, { named }: MasterData, fields: readonly FieldNode[]): boolean => {
  const [first] = fields
  if (!first) return false
  const { entity } = first
  const keyword =
    entity.language === 'json-schema' ? ctx.resolve(pointerTo(entity.path))?.value['x-source'] : null
  if (typeof keyword === 'string') return true
  const texts = [entity.value, ...fields.map(({ value }) => value)]
  return texts
    .flatMap(({ title, description }) => [title, description])
    .some(text => text !== null && named.some(name => holds(wordsOf(text), name.split(' '))))
}
