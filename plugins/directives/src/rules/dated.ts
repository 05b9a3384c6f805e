import type { Directive, Force, Node, RuleContext, Visitors } from '@lienthong/plugin-sdk'
import { citationsIn, type PlainCitation } from '../citations/citation.ts'
import { directiveOf } from '../citations/find.ts'
import { isHistory } from '../citations/history.ts'
import { type Text, texts } from '../citations/texts.ts'
import { dayIn, dayOf } from '../day.ts'

interface Noted {
  readonly citation: PlainCitation
  readonly below: Text['below']
}

/** A directive that is cited as a basis, with its force on the document's day. */
export interface Cited {
  readonly place: Pick<Text, 'node' | 'below'>
  readonly citation: PlainCitation
  readonly directive: Directive
  readonly force: Force
  readonly day: string
  /** The day that the document states, null where today counts. */
  readonly own: string | null
}

/** Visitors of a document rule that judges what is cited as a basis. What is told as history is left out. */
export const dated = (ctx: RuleContext, judge: (cited: Cited) => void): Visitors => ({
  ...noting(ctx),
  notes(notes) {
    const own = notes.map(({ fact }) => fact).find(fact => typeof fact === 'string') ?? null
    const day = typeof own === 'string' ? own : ctx.directives.day
    for (const { node, fact } of notes) {
      if (typeof fact === 'string') continue
      const { citation, below } = fact as Noted
      const directive = directiveOf(ctx.directives, citation)
      if (!directive) continue
      const force = ctx.directives.forceOf(directive, day)
      judge({ place: { node, below }, citation, directive, force, day, own: own === null ? null : day })
    }
  },
})

/** Notes every citation that is no history, and the day that the document states. */
const noting = (ctx: RuleContext): Visitors => {
  const noteDay = (node: Node<unknown>, day: string | null) => {
    if (day !== null) ctx.note(node, day)
  }
  const taking = texts(({ node, below, text, heading }) => {
    for (const cited of citationsIn(text)) {
      const { sentence: _sentence, ...citation } = cited
      if (!isHistory(cited, heading)) ctx.note(node, { citation, below } satisfies Noted)
    }
  })
  return {
    schema(node) {
      if (node.role === 'root') noteDay(node, dayOf(node.value))
      taking.schema?.(node)
    },
    'sql.statement'(node) {
      noteDay(node, dayIn(node.text))
      taking['sql.statement']?.(node)
    },
    'md.section'(node) {
      noteDay(node, dayIn(node.value.text))
      taking['md.section']?.(node)
    },
  }
}
