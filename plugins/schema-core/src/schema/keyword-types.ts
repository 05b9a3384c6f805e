/** Keywords that act on values of these types only. */
export const typesOfKeyword: Readonly<Record<string, readonly string[]>> = {
  ...forType(['string'], ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType']),
  ...forType(
    ['number', 'integer'],
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ),
  ...forType(
    ['array'],
    [
      ...['items', 'prefixItems', 'contains', 'minContains', 'maxContains', 'minItems', 'maxItems'],
      ...['uniqueItems', 'unevaluatedItems'],
    ],
  ),
  ...forType(
    ['object'],
    ['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames'],
  ),
  ...forType(
    ['object'],
    [...['minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas'], 'unevaluatedProperties'],
  ),
}

function forType(types: readonly string[], keywords: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(keywords.map(keyword => [keyword, types]))
}
