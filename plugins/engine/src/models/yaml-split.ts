import type { Piece } from './unit.ts'

/** A definition's lines, and the keyword that holds it. */
interface DefinitionLines {
  readonly container: string
  readonly piece: Piece
}

/** A YAML schema cut at its definitions, by its lines alone. */
export interface YamlParts {
  readonly root: readonly Piece[]
  readonly definitions: readonly DefinitionLines[]
}

const containerLine = /^(["']?)(\$defs|definitions)\1[ ]*:[ ]*(?:#.*)?$/
/** First characters of a line that the cutter does not understand: directives, several documents, flow roots, explicit keys, tags, tabs. */
const unusual = new Set([...'%?{[&*!|>@`\t}],'])

/**
 * Cuts a schema at its definitions without parsing it, so that a keystroke costs one definition. Answers null for texts
 * that only a whole parse understands.
 */
export const splitYaml = (text: string): YamlParts | null => {
  const cutter = new Cutter(text)
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline + 1
    if (!cutter.line(start, end)) return null
    start = end
  }
  return cutter.finish()
}

class Cutter {
  private readonly root: Piece[] = []
  private readonly definitions: DefinitionLines[] = []
  private rootLength = 0
  private container: string | null = null
  private indent = 0
  private open: { container: string; at: number } | null = null
  private rootFrom = 0

  constructor(private readonly text: string) {}

  /** Takes the next line; false when the text is not for this cutter. */
  line(start: number, end: number): boolean {
    const indent = this.indentOf(start, end)
    const first = this.text[start + indent] ?? '\n'
    if (first === '\n' || first === '#') return true
    if (first === '\t') return false
    if (indent === 0) return this.topLine(start, end, first)
    return this.container === null || this.innerLine(start, indent, first)
  }

  finish(): YamlParts {
    this.close(this.text.length)
    this.endRoot(this.text.length)
    return { root: this.root, definitions: this.definitions }
  }

  private topLine(start: number, end: number, first: string): boolean {
    if (unusual.has(first) || this.text.startsWith('...', start)) return false
    if (first === '-') return !this.text.startsWith('---', start)
    this.close(start)
    this.container = containerLine.exec(this.text.slice(start, end).trimEnd())?.[2] ?? null
    this.indent = 0
    return true
  }

  private innerLine(start: number, indent: number, first: string): boolean {
    if (first === '-' && indent <= this.indent) return true
    if (this.indent === 0) this.indent = indent
    if (indent < this.indent) return false
    if (indent > this.indent) return true
    if (unusual.has(first)) return false
    this.close(start)
    this.endRoot(start)
    this.open = { container: this.container ?? '', at: start }
    return true
  }

  private close(at: number): void {
    if (!this.open) return
    const piece = { from: 0, at: this.open.at, length: at - this.open.at }
    this.definitions.push({ container: this.open.container, piece })
    this.open = null
    this.rootFrom = at
  }

  private endRoot(at: number): void {
    const length = at - this.rootFrom
    if (length > 0) this.root.push({ from: this.rootLength, at: this.rootFrom, length })
    this.rootLength += length
    this.rootFrom = at
  }

  private indentOf(start: number, end: number): number {
    let at = start
    while (at < end && this.text.charCodeAt(at) === 32) at++
    return at - start
  }
}
