import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { fictitiousExamples } from './examples/fictitious.ts'
import { explainKind } from './help/explain-kind.ts'
import { proposeLabels } from './help/propose-labels.ts'
import { classification } from './labels/classification.ts'
import { protection, purpose } from './labels/handling.ts'
import { label } from './labels/label.ts'
import { sensitiveAsBasic, sensitiveClassification } from './labels/sensitive.ts'

/** Personal data is labelled, its purpose and protection are stated; examples are made up. */
const plugin: Plugin = definePlugin({
  rules: {
    classification,
    'sensitive-classification': sensitiveClassification,
    'sensitive-as-basic': sensitiveAsBasic,
    label,
    purpose,
    protection,
    'fictitious-examples': fictitiousExamples,
  },
  hovers: { 'explain-kind': explainKind },
  completions: { 'propose-labels': proposeLabels },
})

export default plugin
