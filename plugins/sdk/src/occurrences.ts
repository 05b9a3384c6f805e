import type { Report } from './context.ts'

/**
 * Says of characters of a text how a report marks them: by their words, and the how many-th time these occur.
 *
 * ```ts
 * const text = new Occurrences(node.value.text)
 * ctx.report({ node, ...text.mark(from, to), messageId })
 * ```
 */
export class Occurrences {
  private readonly last = new Map<string, { readonly at: number; readonly nth: number }>()

  /** The text of what the report's `at` marks. */
  constructor(private readonly text: string) {}

  /** From `from` up to, not including, `to`. Fastest in the order of the text. */
  mark(from: number, to: number): Required<Pick<Report, 'words' | 'nth'>> {
    const words = this.text.slice(from, to)
    const last = this.last.get(words)
    let { at, nth } = last && last.at <= from ? last : { at: this.text.indexOf(words), nth: 0 }
    for (; at >= 0 && at < from; nth++) at = this.text.indexOf(words, at + words.length)
    this.last.set(words, { at, nth })
    return { words, nth }
  }
}
