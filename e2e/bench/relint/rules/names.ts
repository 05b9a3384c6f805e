import { definePlugin, type SchemaNode } from '@lienthong/plugin-sdk'
import { rule } from './reporting.ts'

const typing = ['type', '$ref', 'enum', 'const', 'oneOf', 'anyOf', 'allOf']
const isNamed = ({ role }: SchemaNode) => role === 'property' || role === 'definition'

/** Five of the fifteen rules that the peers are given too. */
export default definePlugin({
  rules: {
    'type-required': rule(
      'Must declare a type',
      ({ role, value }) => role === 'property' && !typing.some(key => Object.hasOwn(value, key)),
    ),
    'description-required': rule('Missing or too short description', node => {
      const { description } = node.value
      if (!isNamed(node) || Object.hasOwn(node.value, '$ref')) return false
      return typeof description !== 'string' || description.length < 10
    }),
    'property-camel-case': rule(
      'Must be camelCase',
      ({ role, key }) => role === 'property' && !/^[a-z][a-zA-Z0-9]*$/.test(String(key)),
    ),
    'definition-pascal-case': rule(
      'Must be PascalCase',
      ({ role, key }) => role === 'definition' && !/^[A-Z][a-zA-Z0-9]*$/.test(String(key)),
    ),
    'description-style': rule('A sentence begins with a capital and ends with a period', ({ value }) => {
      const { description } = value
      return typeof description === 'string' && !/^[A-Z](?!.* {2}).*[.!?]$/.test(description)
    }),
  },
})
