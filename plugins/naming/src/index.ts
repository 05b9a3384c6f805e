import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { descriptionMeaningful } from './descriptions/meaningful.ts'
import { descriptionMissing } from './descriptions/missing.ts'
import { abbreviation } from './names/abbreviation.ts'
import { affix } from './names/affix.ts'
import { caseRule } from './names/case.ts'
import { diacritics } from './names/diacritics.ts'
import { distinctNames } from './names/distinct.ts'
import { length } from './names/length.ts'
import { reservedWord } from './names/reserved-word.ts'

/** Names of tables, columns, properties and definitions are written one way, fit PostgreSQL and are described. */
const plugin: Plugin = definePlugin({
  rules: {
    abbreviation,
    affix,
    case: caseRule,
    diacritics,
    'distinct-names': distinctNames,
    length,
    'reserved-word': reservedWord,
    'description-meaningful': descriptionMeaningful,
    'description-missing': descriptionMissing,
  },
})

export default plugin
