import {
  type DocumentFacts,
  defineRule,
  type Language,
  type LocalText,
  type MessageData,
  type Node,
  type Path,
  type PublishedVersion,
  pageOf,
  type Report,
  type Rule,
  type RuleContext,
  type RulePage,
  type SchemaDocument,
  type SqlDocument,
  type Version,
} from '@lienthong/plugin-sdk'
import type { SchemaComparison } from '../compare-schemas.ts'
import type { ScriptComparison } from '../compare-scripts.ts'
import type { DdlDifference } from '../ddl/difference.ts'
import type { Difference } from '../schema/difference.ts'
import { breaks, isTransitive, type Weighed } from '../verdict.ts'
import type { Witness } from '../witness/search.ts'
import { ddlWordsOf } from '../words/ddl-words.ts'
import { wordsOf } from '../words/schema-words.ts'
import { comparedSchemas, comparedScripts, topOf } from './compared.ts'
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
  breaks: {
    vi: '{what}: phá vỡ tương thích với phiên bản {version}',
    en: '{what}: this breaks compatibility with version {version}',
  },
  refused: {
    vi: '{what}: phá vỡ tương thích. Hợp lệ ở phiên bản {version}, nay bị từ chối: {record}',
    en: '{what}: this breaks compatibility. Valid in version {version}, refused now: {record}',
  },
  unknown: {
    vi: '{what}: phá vỡ tương thích. Nay hợp lệ, phiên bản {version} từ chối: {record}',
    en: '{what}: this breaks compatibility. Valid now, refused by version {version}: {record}',
  },
  older: {
    vi: 'Không so được với các phiên bản trước {version}: chúng quá dài, nên coi như bị phá vỡ',
    en: 'What is older than version {version} is too long to be compared: it counts as broken',
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
        if (facts.published) reportBreaks(ctx, facts, facts.published, types)
      },
    }),
  })

/** Deeper than a host follows a path, the parent is marked. */
const maxSteps = 150

/** A breaking difference, in words, and how it is reported where it is written. */
interface Break {
  readonly what: LocalText
  readonly place: Pick<Report, 'node' | 'below'>
  /** What only its report needs. */
  detail(): Pick<Report, 'messageId' | 'fixes'> & { readonly record: string }
}

/** What breaks against several versions in the same way is told of the newest. */
const reportBreaks = (
  ctx: RuleContext,
  facts: DocumentFacts,
  published: PublishedVersion,
  types: RegExp,
): void => {
  const { mode, policy } = wanted(ctx)
  const earlier = isTransitive(mode) ? published.earlier : null
  const counts = (difference: Weighed) => types.test(difference.type) && breaks(difference, mode, policy)
  const told = new Set<string>()
  for (const version of [published, ...(earlier?.versions ?? [])])
    for (const { what, place, detail } of breaksOf(facts, version, counts)) {
      const gist = JSON.stringify([place.node.path, place.below, what.en])
      if (told.has(gist)) continue
      told.add(gist)
      const { messageId, record, fixes = [] } = detail()
      const data: MessageData = { what, record, version: version.revision }
      // What puts an older version back would break the newest one.
      ctx.report({ ...place, at: 'key', messageId, data, fixes: version === published ? fixes : [] })
    }
  const node = topOf(facts)
  const oldest = earlier?.versions.at(-1) ?? published
  if (node && earlier?.isAll === false)
    ctx.report({ node, at: 'key', messageId: 'older', data: { version: oldest.revision } })
}

const breaksOf = (
  facts: DocumentFacts,
  version: Version,
  counts: (difference: Weighed) => boolean,
): readonly Break[] => {
  if (facts.language === 'sql') {
    const comparison = comparedScripts(facts, version)
    const broken = comparison?.differences.filter(counts) ?? []
    return broken.flatMap(difference => (comparison && breakOfScript(facts, comparison, difference)) ?? [])
  }
  if (facts.language !== 'json-schema') return []
  const comparison = comparedSchemas(facts, version)
  const broken = comparison?.differences.filter(counts) ?? []
  return broken.flatMap(difference => (comparison && breakOfSchema(facts, comparison, difference)) ?? [])
}

const breakOfSchema = (
  facts: SchemaDocument,
  comparison: SchemaComparison,
  difference: Difference,
): Break | null => {
  const restoring = restoringOf(comparison, difference)
  const path = restoring?.place ?? difference.new ?? []
  const place = placeOf(facts, path.slice(0, maxSteps))
  if (!place) return null
  const detail = () => ({
    ...shownBy(comparison.witnessAt(difference)),
    fixes: restoring && path.length <= maxSteps ? [restoring.fix] : [],
  })
  return { what: wordsOf(difference), place, detail }
}

const breakOfScript = (
  facts: SqlDocument,
  comparison: ScriptComparison,
  difference: DdlDifference,
): Break | null => {
  const node = facts.statements[difference.new?.statement ?? 0]
  if (!node) return null
  const place = { node, below: difference.new?.path ?? [] }
  return { what: ddlWordsOf(difference), place, detail: () => shownBy(comparison.witnessAt(difference)) }
}

const shownBy = (witness: Witness | null) => ({
  messageId: witness ? (witness.valid === 'old' ? 'refused' : 'unknown') : 'breaks',
  record: witness ? JSON.stringify(witness.record) : '',
})

/** Definitions of the root are nodes of their own. */
const placeOf = ({ root, definitions }: SchemaDocument, path: Path): { node: Node; below: Path } | null => {
  const definition = definitions.find(({ path: own }) =>
    own.every((step, i) => String(step) === String(path[i])),
  )
  if (definition) return { node: definition, below: path.slice(definition.path.length) }
  return root ? { node: root, below: path } : null
}
