import { labelKey, MarkdownUnit, slugOf, withoutClosing } from './markdown-unit.ts'
import { ownText } from './own-text.ts'
import { uniqueIds } from './syntax-unit.ts'
import { type DocumentModel, maxIdNameLength, type Unit } from './unit.ts'

const heading = /^ {0,3}#{1,6}(?:[ \t]+|$)/
const fence = /^ {0,3}(`{3,}|~{3,})/
const linkDefinition = /^ {0,3}\[([^\]\n]{1,999})\]:[ \t]*(\S+)/gm

/** Reads a Markdown specification, a section at a time: from an ATX heading to the next. Every text is readable. */
export const readMarkdown = (text: string, previous: DocumentModel | null): DocumentModel => {
  const definitions = new Map(
    [...text.matchAll(linkDefinition)].map(([, label, url]) => [labelKey(label ?? ''), url ?? '']),
  )
  const definitionsKey = JSON.stringify([...definitions])
  const known = new Map(previous?.units.map(({ text, parsed }) => [text, parsed]))
  const unique = uniqueIds()
  const units = sectionsOf(text).map(({ title, start, end }): Unit => {
    const id = unique(title === null ? 'preface' : `# ${slugOf(title).slice(0, maxIdNameLength)}`)
    const source = ownText(text, start, end)
    const before = known.get(source)
    const isSame = before instanceof MarkdownUnit && before.definitionsKey === definitionsKey
    const parsed = isSame ? before : new MarkdownUnit(source, definitions, definitionsKey)
    const pieces = [{ from: 0, at: start, length: end - start }]
    return { id, base: [], text: source, pieces, parsed, provides: [], isBroken: false }
  })
  return { language: 'markdown', text, units }
}

interface Section {
  readonly title: string | null
  readonly start: number
  readonly end: number
}

const sectionsOf = (text: string): readonly Section[] => {
  const starts: { title: string | null; start: number }[] = [{ title: null, start: 0 }]
  const scanner = new LineScanner()
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const title = scanner.title(text.slice(start, end))
    if (title !== null) starts.push({ title, start })
    start = end + 1
  }
  return starts
    .map(({ title, start }, index) => ({ title, start, end: starts[index + 1]?.start ?? text.length }))
    .filter(({ start, end }) => end > start)
}

/** Knows whether a line stands in a fenced block or a comment, where `#` is no heading. */
class LineScanner {
  private fence: string | null = null
  private isComment = false

  /** The heading that the line is, or null. */
  title(line: string): string | null {
    if (this.isComment) {
      this.isComment = !line.includes('-->')
      return null
    }
    if (this.fence !== null) {
      const closing = line.trim()
      const isClosed = closing.startsWith(this.fence) && closing.replaceAll(closing[0] ?? '', '') === ''
      if (isClosed) this.fence = null
      return null
    }
    this.fence = fence.exec(line)?.[1] ?? null
    this.isComment = line.lastIndexOf('<!--') > line.lastIndexOf('-->')
    const mark = heading.exec(line)?.[0]
    return mark === undefined ? null : withoutClosing(line.slice(mark.length))
  }
}
