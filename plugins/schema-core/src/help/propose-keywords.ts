import { type Completion, defineCompletion, type JsonObject, type Proposal } from '@lienthong/plugin-sdk'
import { typesOf } from '../fit/types.ts'
import { typesOfKeyword } from '../schema/keyword-types.ts'
import { meanings } from './meanings.ts'

/** Proposes the keywords that a schema may still get, those of its type first. */
export const proposeKeywords: Completion = defineCompletion({
  meta: {
    title: { vi: 'Từ khóa JSON Schema', en: 'Keywords of JSON Schema' },
    languages: ['json-schema'],
  },
  create: ctx => ({
    schema(node) {
      ctx.propose({ node, at: 'keys', proposals: proposalsFor(node.value, node.role === 'root') })
    },
  }),
})

const ofDocuments = ['$schema', '$id', '$defs']

const proposalsFor = (schema: JsonObject, isRoot: boolean): Proposal[] => {
  const types = typesOf(schema)
  const fits = (keyword: string) => typesOfKeyword[keyword]?.some(type => types.includes(type))
  const fitting = [...meanings].filter(
    ([keyword]) =>
      !(keyword in schema) &&
      (isRoot || !ofDocuments.includes(keyword)) &&
      (types.length === 0 || fits(keyword) !== false),
  )
  const special = fitting.filter(([keyword]) => fits(keyword))
  const others = fitting.filter(([keyword]) => !fits(keyword))
  return [...special, ...others].map(([value, about]) => ({ value, about }))
}
