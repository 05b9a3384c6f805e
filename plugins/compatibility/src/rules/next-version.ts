import { type DocumentFacts, defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { type Step, stepOf } from '../verdict.ts'
import { comparedSchemas, comparedScripts, topOf } from './compared.ts'
import { optionsSchema, wanted } from './wanted.ts'

/** Says which number has to follow; a host that publishes asks for it. A number speaks of the version before it, in the transitive modes, too. */
export const nextVersion: Rule = defineRule({
  meta: {
    title: { vi: 'Số của phiên bản sau', en: 'The number of the next version' },
    docs: pageOf({
      why: {
        vi: 'Số phiên bản cho người dùng biết có phải sửa theo hay không: phần thứ nhất tăng khi có gì bị phá vỡ, phần thứ hai khi những gì được nhận hay khai báo khác đi, phần thứ ba khi chỉ lời văn khác.',
        en: 'A number tells users whether they have to follow: its first part goes up when something breaks, the second when what is accepted or declared differs, the third when only words do.',
      },
      wrong: '1.2.0 → 1.2.1: hoTen: { maxLength: 50 }',
      right: '1.2.0 → 2.0.0: hoTen: { maxLength: 50 }',
      source: 'Semantic Versioning 2.0.0 § 8',
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql'],
    inputs: ['publishedVersion'],
    optionsSchema,
    messages: {
      major: {
        vi: 'Phá vỡ phiên bản {last}: phiên bản sau phải là {number} trở lên',
        en: 'This breaks version {last}: the next one has to be {number} or later',
      },
      minor: {
        vi: 'Khác phiên bản {last} mà vẫn tương thích: phiên bản sau phải là {number} trở lên',
        en: 'Compatible with version {last}, and other than it: the next one has to be {number} or later',
      },
      patch: {
        vi: 'Chỉ khác phiên bản {last} ở lời văn: phiên bản sau có thể là {number}',
        en: 'Only words differ from version {last}: the next one may be {number}',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      const node = topOf(facts)
      const differences = differencesOf(facts)
      if (!node || !facts.published || differences.length === 0) return
      const { mode, policy } = wanted(ctx)
      const step = stepOf(differences, mode, policy)
      const last = facts.published.revision
      ctx.report({ node, at: 'key', messageId: step, data: { last, number: following(last, step) } })
    },
  }),
})

const differencesOf = (facts: DocumentFacts) => {
  const { published } = facts
  if (!published) return []
  if (facts.language === 'json-schema') return comparedSchemas(facts, published)?.differences ?? []
  return facts.language === 'sql' ? (comparedScripts(facts, published)?.differences ?? []) : []
}

const following = (last: string, step: Step): string => {
  const [major = 0, minor = 0, patch = 0] = last.split('.').map(Number)
  if (step === 'major') return `${major + 1}.0.0`
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}
