/** A plugin's bundle from rules that share one shape: `create` bodies by rule id. */
export const bundle = (
  rules: Readonly<Record<string, { create: string; scope?: 'unit' | 'document' }>>,
): string => `
  const text = (vi, en) => ({ vi, en })
  const meta = {
    title: text('Quy tắc', 'Rule'), docs: text('Vì sao', 'Why'), defaultSeverity: 'warning',
    languages: ['json-schema', 'sql', 'markdown'], messages: { found: text('Thấy {what}', 'Found {what}') },
  }
  export default { rules: {
    ${Object.entries(rules)
      .map(
        ([id, { create, scope = 'unit' }]) => `'${id}': { meta, scope: '${scope}', create: ctx => {
        const say = (node, what, at, fixes) => ctx.report({ node, at, messageId: 'found', data: { what: typeof what === 'string' || what?.vi ? what : JSON.stringify(what) }, fixes })
        return (${create})
      } }`,
      )
      .join(',\n')}
  } }`

/** Reports everything that rules can see, so that any difference in what they see shows. */
export const everything = bundle({
  problems: {
    create: `{
      syntax: problem => say(problem, problem.message),
      duplicateKey: problem => say(problem, problem.key, 'key'),
      'schema.invalid': problem => say(problem, problem.message, 'value'),
    }`,
  },
  nodes: {
    create: `{
      schema: node => say(node, [node.role, node.key, Object.keys(node.value)], 'key'),
      'schema.ref': node => ctx.report({ node, below: ['$ref'], at: 'value', messageId: 'found', data: { what: String(ctx.resolve(node.ref)?.value.type) } }),
      'sql.statement': node => say(node, node.value.kind, 'key'),
      'sql.column': node => say(node, node.value, 'value'),
      'sql.constraint': node => say(node, node.value),
      'md.section': node => say(node, String(node.value.heading?.slug), 'key'),
      'md.requirement': node => say(node, node.value.text, 'key'),
      'md.link': node => say(node, String(node.value.url), 'value'),
      'md.code': node => say(node, node.value.info),
    }`,
  },
  model: {
    create: `{
      entity: node => say(node, node.value, 'key'),
      field: node => say(node, node.value, 'key'),
    }`,
  },
  sum: {
    scope: 'document',
    create: `{
      field: node => ctx.note(node, node.value.name),
      'md.heading': node => ctx.note(node, [node.value.text]),
      'schema.ref': node => ctx.note(node, { to: String(ctx.resolve(node.ref)?.value.type) }),
      notes(notes) {
        for (const { node, fact } of notes) say(node, [fact, notes.filter(other => JSON.stringify(other.fact) === JSON.stringify(fact)).length], 'key')
      },
    }`,
  },
  whole: {
    scope: 'document',
    create: `{
      field: node => ctx.note(node, node.value.name),
      document(facts) {
        for (const { node, fact } of facts.notes) say(node, fact + ' of ' + facts.notes.length, 'whole')
        for (const node of facts.definitions ?? []) say(node, 'used ' + facts.refs.filter(({ ref }) => ref === '#/$defs/' + node.key).length, 'key')
        for (const { statement, columns, constraints } of facts.tables ?? []) say(statement, [columns.length, constraints.length], 'key')
        for (const node of facts.headings ?? []) say(node, String(facts.sections.length), 'key')
      },
    }`,
  },
})
