import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { duplicateLabel } from './ddl/duplicate-label.ts'
import { duplicateName } from './ddl/duplicate-name.ts'
import { foreignKey } from './ddl/foreign-key.ts'
import { namesExist } from './ddl/names-exist.ts'
import { onePrimaryKey, primaryKey } from './ddl/primary-key.ts'
import { redundantIndex } from './ddl/redundant-index.ts'
import { explainKeyword } from './help/explain-keyword.ts'
import { proposeKeywords } from './help/propose-keywords.ts'
import { proposeValues } from './help/propose-values.ts'
import { brokenLink, duplicateRequirement } from './markdown/rules.ts'
import { duplicateAnchor } from './schema/anchors.ts'
import { refEnds } from './schema/circles.ts'
import { contradiction } from './schema/contradictions.ts'
import { dialect } from './schema/dialect.ts'
import { idleKeyword } from './schema/idle-keyword.ts'
import { unknownKeyword } from './schema/keywords.ts'
import { metaSchema } from './schema/meta-schema.ts'
import { duplicateDefinition, refResolves, unusedDefinition } from './schema/references.ts'
import { requiredExists } from './schema/required.ts'
import { enumValues, valuesFit } from './schema/values.ts'
import { duplicateKey, syntax } from './syntax.ts'

/** The document is valid: syntax, meta-schema, references, duplicates, DDL integrity. */
const plugin: Plugin = definePlugin({
  rules: {
    syntax,
    'duplicate-key': duplicateKey,
    'meta-schema': metaSchema,
    dialect,
    'ref-resolves': refResolves,
    'ref-ends': refEnds,
    'duplicate-anchor': duplicateAnchor,
    'unused-definition': unusedDefinition,
    'duplicate-definition': duplicateDefinition,
    'required-exists': requiredExists,
    contradiction,
    'enum-values': enumValues,
    'values-fit': valuesFit,
    'unknown-keyword': unknownKeyword,
    'idle-keyword': idleKeyword,
    'duplicate-name': duplicateName,
    'primary-key': primaryKey,
    'one-primary-key': onePrimaryKey,
    'foreign-key': foreignKey,
    'names-exist': namesExist,
    'redundant-index': redundantIndex,
    'duplicate-label': duplicateLabel,
    'duplicate-requirement': duplicateRequirement,
    'broken-link': brokenLink,
  },
  hovers: { 'explain-keyword': explainKeyword },
  completions: { 'propose-values': proposeValues, 'propose-keywords': proposeKeywords },
})

export default plugin
