import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { explainIdentifier } from './help/explain-identifier.ts'
import { proposeForm } from './help/propose-form.ts'
import { identifiers } from './identify.ts'
import { isoDates, partialBirthDate } from './rules/dates.ts'
import { legacyOrganisationCode, personalIdOrigin, provinceCodeDate } from './rules/doubts.ts'
import { identifierRule } from './rules/identifier-rule.ts'
import { noDistrict, oldIdentityCard } from './rules/obsolete.ts'
import { composedText } from './rules/text.ts'

/** Fields that hold Vietnamese identifiers use the right type, pattern, length and checksum. */
const plugin: Plugin = definePlugin({
  rules: {
    ...Object.fromEntries(identifiers.map(identifier => [identifier.id, identifierRule(identifier)])),
    'personal-id-origin': personalIdOrigin,
    'organisation-code-legacy': legacyOrganisationCode,
    'province-code-date': provinceCodeDate,
    'old-identity-card': oldIdentityCard,
    'no-district': noDistrict,
    'iso-date': isoDates,
    'partial-birth-date': partialBirthDate,
    'composed-text': composedText,
  },
  hovers: { 'explain-identifier': explainIdentifier },
  completions: { 'propose-form': proposeForm },
})

export default plugin
