const meta = (more = '') =>
  `{ title: { vi: 'a', en: 'a' }, languages: ['json-schema', 'sql', 'markdown'], ${more} }`

/** A plugin of hovers and completions, the bodies of their `create` by id; `say` explains, `fit` proposes. */
export const helper = (
  hovers: Readonly<Record<string, string>>,
  completions: Readonly<Record<string, string>> = {},
  more = '',
) => {
  const parts = (bodies: Readonly<Record<string, string>>) =>
    Object.entries(bodies).map(([id, body]) => `'${id}': { meta: ${meta(more)}, create: ctx => (${body}) }`)
  return `
    const both = text => ({ vi: text, en: text })
    export default {
      rules: {},
      hovers: { ${parts(hovers).join()} },
      completions: { ${parts(completions).join()} },
    }`
}

/** Explains and proposes in every language. */
export const telling = helper(
  {
    names: `{
      'schema.property': node => ctx.explain({ node, at: 'key', text: both('name ' + node.key) }),
      'sql.column': node => ctx.explain({ node, at: 'key', text: both('column ' + node.value.name) }),
      'md.requirement': node => ctx.explain({ node, text: both('requirement ' + node.value.id) }),
    }`,
    'known-formats': `{
      schema: node => ctx.explain({ node, below: ['format'], at: 'value', text: both('format of ' + node.key) }),
      'schema.ref': node => ctx.explain({ node, below: ['$ref'], text: both(String(ctx.resolve(node.ref)?.value.title)) }),
    }`,
  },
  {
    formats: `{
      'schema.property': node => ctx.propose({ node, below: ['format'], proposals: ['date', 'date-time', 'time'].map(value => ({ value, about: both('a ' + value) })) }),
    }`,
    keys: `{
      'schema.property': node => ctx.propose({ node, at: 'keys', proposals: [{ value: 'x-phan-loai', about: both('label') }] }),
    }`,
    types: `{
      'sql.column': node => ctx.propose({ node, proposals: [{ value: 'varchar(12)', about: both('twelve') }] }),
      'md.section': node => ctx.propose({ node, proposals: [{ value: 'phải', about: both('must') }] }),
    }`,
  },
)
