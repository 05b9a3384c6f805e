import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { requirementBasis, specificationBasis } from './rules/basis.ts'
import { fieldRequirement } from './rules/field-requirement.ts'
import { forceKnown } from './rules/force-known.ts'
import { inForce } from './rules/in-force.ts'
import { knownCode } from './rules/known-code.ts'
import { knownNumber } from './rules/known-number.ts'
import { knownProvision } from './rules/known-provision.ts'

/** Directives and provisions that documents cite are on record and in force; requirements trace to them, fields to requirements. */
const plugin: Plugin = definePlugin({
  rules: {
    'known-code': knownCode,
    'known-number': knownNumber,
    'known-provision': knownProvision,
    'in-force': inForce,
    'force-known': forceKnown,
    'specification-basis': specificationBasis,
    'requirement-basis': requirementBasis,
    'field-requirement': fieldRequirement,
  },
})

export default plugin
