import {
  defineRule,
  type Language,
  type LocalText,
  type MessageData,
  type Node,
  type Path,
  pageOf,
  type Rule,
  type RuleContext,
  type RulePage,
  type SchemaDocument,
  type SqlDocument,
} from '@lienthong/plugin-sdk'
import type { SchemaComparison } from '../compare-schemas.ts'
import type { Difference } from '../schema/difference.ts'
import { breaks } from '../verdict.ts'
import { ddlWordsOf } from '../words/ddl-words.ts'
import { wordsOf } from '../words/schema-words.ts'
import { comparedSchemas, comparedScripts } from './compared.ts'
import { restoringOf } from './restoring.ts'
import { optionsSchema, wanted } from './wanted.ts'

/** A family of differences that must not break what works with the published version. */
export interface Family {
  readonly title: LocalText
  readonly page: RulePage
  readonly language: Language
  /** Which types of difference belong to it. */
  readonly types: RegExp
  /** Whether some of it can be put back at its own place. */
  readonly fixable?: boolean
}

const messages = {
  breaks: { vi: '{what}: phá vỡ tương thích', en: '{what}: this breaks compatibility' },
  refused: {
    vi: '{what}: phá vỡ tương thích. Hợp lệ ở bản đã công bố, nay bị từ chối: {record}',
    en: '{what}: this breaks compatibility. Valid in the published version, refused now: {record}',
  },
  unknown: {
    vi: '{what}: phá vỡ tương thích. Nay hợp lệ, bản đã công bố từ chối: {record}',
    en: '{what}: this breaks compatibility. Valid now, refused by the published version: {record}',
  },
} satisfies Record<string, LocalText>

/** A rule that reports the breaking differences of a family, each where it is written now. */
export const breakingRule = ({ title, page, language, types, fixable = false }: Family): Rule =>
  defineRule({
    meta: {
      title,
      docs: pageOf(page),
      defaultSeverity: 'error',
      languages: [language],
      fixable,
      inputs: ['publishedVersion'],
      optionsSchema,
      messages,
    },
    scope: 'document',
    create: ctx => ({
      document(facts) {
        if (facts.language === 'json-schema') reportSchemas(ctx, facts, types)
        else if (facts.language === 'sql') reportScripts(ctx, facts, types)
      },
    }),
  })

/** Deeper than a host follows a path, the parent is marked. */
const maxSteps = 150

const reportSchemas = (ctx: RuleContext, facts: SchemaDocument, types: RegExp): void => {
  const comparison = comparedSchemas(facts)
  if (!comparison) return
  const { mode, policy } = wanted(ctx)
  for (const difference of comparison.differences)
    if (types.test(difference.type) && breaks(difference, mode, policy))
      reportSchema(ctx, facts, comparison, difference)
}

const reportSchema = (
  ctx: RuleContext,
  facts: SchemaDocument,
  comparison: SchemaComparison,
  difference: Difference,
): void => {
  const restoring = restoringOf(comparison, difference)
  const path = restoring?.place ?? difference.new ?? []
  const place = placeOf(facts, path.slice(0, maxSteps))
  if (!place) return
  const witness = comparison.witnessAt(difference)
  const messageId = witness ? (witness.valid === 'old' ? 'refused' : 'unknown') : 'breaks'
  const record = witness ? JSON.stringify(witness.record) : ''
  const data: MessageData = { what: wordsOf(difference), record }
  const fixes = restoring && path.length <= maxSteps ? [restoring.fix] : []
  ctx.report({ ...place, at: 'key', messageId, data, fixes })
}

const reportScripts = (ctx: RuleContext, facts: SqlDocument, types: RegExp): void => {
  const { mode, policy } = wanted(ctx)
  for (const difference of comparedScripts(facts)) {
    if (!types.test(difference.type) || !breaks(difference, mode, policy)) continue
    const node = facts.statements[difference.new?.statement ?? 0]
    if (!node) continue
    const below = difference.new?.path ?? []
    ctx.report({ node, below, at: 'key', messageId: 'breaks', data: { what: ddlWordsOf(difference) } })
  }
}

/** Definitions of the root are nodes of their own. */
const placeOf = ({ root, definitions }: SchemaDocument, path: Path): { node: Node; below: Path } | null => {
  const definition = definitions.find(({ path: own }) =>
    own.every((step, i) => String(step) === String(path[i])),
  )
  if (definition) return { node: definition, below: path.slice(definition.path.length) }
  return root ? { node: root, below: path } : null
}
