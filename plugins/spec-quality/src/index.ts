import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { glossary } from './rules/glossary.ts'
import { modalVerb } from './rules/modal-verb.ts'
import { numbering } from './rules/numbering.ts'
import { placeholder } from './rules/placeholder.ts'
import { requirementText } from './rules/requirement-text.ts'
import { singleRequirement } from './rules/single-requirement.ts'
import { unknownReference } from './rules/unknown-reference.ts'
import { unnumbered } from './rules/unnumbered.ts'
import { vagueWording } from './rules/vague-wording.ts'

/** Requirements of specifications are numbered, single, binding and verifiable; terms are explained. */
const plugin: Plugin = definePlugin({
  rules: {
    unnumbered,
    'requirement-text': requirementText,
    'modal-verb': modalVerb,
    'single-requirement': singleRequirement,
    'vague-wording': vagueWording,
    placeholder,
    numbering,
    'unknown-reference': unknownReference,
    glossary,
  },
})

export default plugin
