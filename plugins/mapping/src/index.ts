import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { codesTranslated } from './rules/codes-translated.ts'
import { deprecatedField } from './rules/deprecated-field.ts'
import { fedOnce } from './rules/fed-once.ts'
import { form } from './rules/form.ts'
import { knownField } from './rules/known-field.ts'
import { knownSchema } from './rules/known-schema.ts'
import { personalDataBasis } from './rules/personal-data-basis.ts'
import { requiredFed } from './rules/required-fed.ts'
import { typeFits } from './rules/type-fits.ts'
import { valuesFit } from './rules/values-fit.ts'

/** A mapping from one schema to another is complete, and nothing is lost on the way unsaid. */
const plugin: Plugin = definePlugin({
  rules: {
    form,
    'known-schema': knownSchema,
    'known-field': knownField,
    'required-fed': requiredFed,
    'fed-once': fedOnce,
    'type-fits': typeFits,
    'values-fit': valuesFit,
    'codes-translated': codesTranslated,
    'personal-data-basis': personalDataBasis,
    'deprecated-field': deprecatedField,
  },
})

export default plugin
