import {
  type DocumentFacts,
  type EntityNode,
  type FieldNode,
  type PersonalDataLabel,
  personalDataLabels,
  type RuleContext,
  type Visitors,
} from '@lienthong/plugin-sdk'
import type { Kind } from '../kinds/kind.ts'
import { kindOfField } from '../kinds/recognise.ts'

/** A field that holds personal data, by its look or by its label. */
export interface PersonalField {
  readonly node: FieldNode
  readonly kind: Kind | null
  /** Of the field, its definition, its entity or the whole document. */
  readonly label: PersonalDataLabel | null
}

/**
 * Collects the personal fields of a document that `concerns` a rule and hands them over together. `label` is null for it
 * while the whole document may have one. What is labelled as none is left out.
 */
export const personalFields = (
  ctx: RuleContext,
  concerns: (field: PersonalField) => boolean,
  found: (fields: readonly PersonalField[], facts: DocumentFacts) => void,
): Visitors => ({
  field(node) {
    const kind = kindOfField(node) ?? null
    const { label } = node.value.personalData
    if ((kind === null && label === null) || label === 'none') return
    const field = { node, kind, label }
    if (concerns(field)) ctx.note(node, field)
  },
  document(facts) {
    if (facts.notes.length === 0) return
    const whole = rootSays(facts, 'x-personal-data')
    const ofDocument = personalDataLabels.find(label => label === whole) ?? null
    if (ofDocument === null) return found(fieldsIn(facts), facts)
    const labelled = fieldsIn(facts).map(field => (field.label ? field : { ...field, label: ofDocument }))
    found(
      labelled.filter(field => field.label !== 'none' && concerns(field)),
      facts,
    )
  },
})

const fieldsIn = (facts: DocumentFacts): readonly PersonalField[] =>
  facts.notes.map(({ fact }) => fact as PersonalField)

/** What the keywords at the root of a schema say of the whole document. */
export function rootSays(facts: DocumentFacts, keyword: string): string | null {
  const value = facts.language === 'json-schema' ? facts.root?.value[keyword] : undefined
  return typeof value === 'string' ? value : null
}

/** Fields by the entity they belong to, in document order. */
export function byEntity(
  fields: readonly PersonalField[],
): ReadonlyMap<EntityNode, readonly [PersonalField, ...PersonalField[]]> {
  const groups = new Map<EntityNode, [PersonalField, ...PersonalField[]]>()
  for (const field of fields) {
    const { entity } = field.node
    const group = groups.get(entity)
    if (group) group.push(field)
    else groups.set(entity, [field])
  }
  return groups
}

/** More names than this say no more. */
const mostNames = 5

/** The names of fields for a message. */
export function namesOf(fields: readonly PersonalField[]): string {
  const names = fields.slice(0, mostNames).map(({ node }) => node.value.name)
  return fields.length > mostNames ? `${names.join(', ')}, …` : names.join(', ')
}
