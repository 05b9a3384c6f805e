import {
  defineRule,
  holds,
  nearest,
  type PersonalDataLabel,
  pageOf,
  personalDataLabels,
  type Rule,
  wordsOf,
} from '@lienthong/plugin-sdk'
import { bothLists } from '../sources.ts'

/** What people write instead. */
const said: readonly (readonly [PersonalDataLabel, readonly string[]])[] = [
  ['sensitive', ['nhay', 'cam']],
  ['basic', ['co', 'ban']],
  ['none', ['khong']],
]

function meant(value: unknown): PersonalDataLabel | undefined {
  if (typeof value !== 'string') return value === false || value === null ? 'none' : undefined
  const near = nearest(value, personalDataLabels)
  return (
    personalDataLabels.find(label => label === near) ??
    said.find(([, phrase]) => holds(wordsOf(value), phrase))?.[0]
  )
}

export const label: Rule = defineRule({
  meta: {
    title: { vi: 'Nhãn dữ liệu cá nhân đúng cách ghi', en: 'Labels of personal data are known' },
    docs: pageOf({
      why: {
        vi: 'Nhãn ghi sai thì máy không hiểu, và trường bị coi là chưa gắn nhãn. Chỉ có ba nhãn: `basic` (cơ bản), `sensitive` (nhạy cảm), `none` (không phải dữ liệu cá nhân).',
        en: 'A label that no machine knows is none. There are three: `basic`, `sensitive`, and `none` where it is no personal data.',
      },
      wrong: 'properties:\n  tonGiao: { type: string, x-personal-data: nhạy cảm }',
      right: 'properties:\n  tonGiao: { type: string, x-personal-data: sensitive }',
      source: bothLists,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      unknown: {
        vi: 'Không có nhãn này: chỉ có basic (cơ bản), sensitive (nhạy cảm), none (không phải dữ liệu cá nhân)',
        en: 'There is no such label: there are basic, sensitive and none',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    schema(node) {
      const value = node.value['x-personal-data']
      if (value === undefined || personalDataLabels.some(known => known === value)) return
      const to = meant(value)
      const title = { vi: `Đổi thành ${to}`, en: `Change it to ${to}` }
      ctx.report({
        node,
        below: ['x-personal-data'],
        at: 'value',
        messageId: 'unknown',
        fixes: to ? [{ kind: 'setValue', value: to, title }] : [],
      })
    },
  }),
})
