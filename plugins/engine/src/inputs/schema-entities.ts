import type {
  FieldNode,
  Format,
  Plugin,
  PublishedEntity,
  PublishedField,
  Visitors,
} from '@lienthong/plugin-sdk'
import { stepsOf } from '../engine/guest-step.ts'
import { PluginSettings } from '../engine/rule-settings.ts'
import { Checker } from '../guest/checker.ts'
import { noLinks } from '../linked/links.ts'
import { readDocument } from '../models/read.ts'

/** The entities of a schema or script with their fields, as rules see them: a rule notes them down. */
export const entitiesOf = (format: Format, text: string): readonly PublishedEntity[] => {
  const entities = new Map<string, { name: string; fields: PublishedField[] }>()
  const visitors: Visitors = {
    field(node) {
      const { name } = node.entity.value
      const known = entities.get(placeOf(node)) ?? { name, fields: [] }
      entities.set(placeOf(node), known)
      known.fields.push(publishedField(node))
    },
  }
  const checker = new Checker(noting(visitors), () => '[]', { rule: '' })
  const shown = {
    model: readDocument(format, text, null),
    ...{ published: null, inputs: {}, links: noLinks, database: null, off: [] },
    settings: new PluginSettings('entities', {}),
  }
  for (const step of stepsOf(shown, null)) checker.begin(step)
  while (checker.slice('').hasMore);
  return [...entities.values()]
}

/** What `alter table` adds belongs to the table. */
const placeOf = ({ language, entity }: FieldNode): string =>
  language === 'sql' ? entity.value.name : entity.path.join('/')

const publishedField = ({ value }: FieldNode): PublishedField => {
  const { name, type, pattern, minLength, maxLength, values, definition } = value
  const { isRequired, hasDefault, isDeprecated, personalData } = value
  return {
    ...{ name, type, pattern, minLength, maxLength, values, definition },
    ...{ isRequired, hasDefault, isDeprecated, personalData: personalData.label },
  }
}

const noting = (visitors: Visitors): Plugin => ({
  rules: {
    note: {
      meta: {
        ...{ title: unread, docs: unread, messages: {}, defaultSeverity: 'hint' },
        languages: ['json-schema', 'sql'],
      },
      scope: 'unit',
      create: () => visitors,
    },
  },
})

const unread = { vi: '', en: '' }
