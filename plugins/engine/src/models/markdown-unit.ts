import type { SyntaxNode, Tree } from '@lezer/common'
import {
  type Fix,
  type MdCode,
  type MdLink,
  type MdRequirement,
  type MdSection,
  type Path,
  requirementId,
} from '@lienthong/plugin-sdk'
import { parseMarkdown } from './markdown-parser.ts'
import type { ParsedUnit, Range, Spot, TextEdit } from './unit.ts'

/** A requirement's id: capital letters, then numbers, e.g. YC-012, REQ-3.1, YCCN-01-02; bold or not. */
const requirement = new RegExp(
  String.raw`^(?:\*\*|__)?(${requirementId})(?:\*\*|__)?[.:)]?(?:\*\*|__)?(?:\s+|$)`,
)

/** Letters of every language stay, so that Vietnamese headings have readable anchors. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')

/** A section of a Markdown specification. */
export class MarkdownUnit implements ParsedUnit {
  readonly value: MdSection
  readonly syntax = []
  readonly duplicateKeys = []
  readonly invalid = []
  private readonly spots = new Map<string, Spot>()
  private readonly requirements: MdRequirement[] = []
  private readonly links: MdLink[] = []
  private readonly codes: MdCode[] = []
  private heading: MdSection['heading'] = null

  constructor(
    readonly text: string,
    /** Addresses of reference links, which may be defined in any section. */
    private readonly definitions: ReadonlyMap<string, string>,
    readonly definitionsKey: string,
  ) {
    this.visit(parseMarkdown(text))
    this.value = {
      heading: this.heading,
      requirements: this.requirements,
      links: this.links,
      codes: this.codes,
      text,
    }
  }

  spot(path: Path): Spot | null {
    const found = this.spots.get(JSON.stringify(path))
    if (found || path.length > 0) return found ?? null
    const end = this.text.trimEnd().length
    const whole = { start: 0, end }
    return { key: this.spots.get('["heading"]')?.value ?? null, value: whole, whole }
  }

  fix(path: Path, fix: Fix): readonly TextEdit[] | null {
    const spot = this.spot(path)
    switch (fix.kind) {
      case 'rename':
        return spot?.key ? [{ ...spot.key, text: fix.to }] : null
      case 'replaceText':
        return spot && [{ ...(spot.value ?? spot.whole), text: fix.text }]
      case 'remove':
        return spot && [{ ...spot.whole, text: '' }]
      case 'setValue':
      case 'insertKey':
        return null
      default:
        return fix satisfies never
    }
  }

  private visit(tree: Tree): void {
    tree.iterate({
      enter: ({ name, node }) => {
        if (/^(?:ATX|Setext)Heading\d$/.test(name)) this.addHeading(node, Number(name.at(-1)))
        else if (name === 'Paragraph' || name === 'Task') this.addRequirement(node)
        else if (name === 'FencedCode') this.addCode(node)
        else if (name === 'Link' || name === 'Image') this.addLink(node, name === 'Image')
        else if (name === 'Autolink' || (name === 'URL' && node.parent?.name === 'Paragraph'))
          this.addAutolink(node)
      },
    })
  }

  private addHeading(node: SyntaxNode, depth: number): void {
    if (this.heading) return
    const source = this.text.slice(node.from, node.to)
    const isSetext = node.name.startsWith('Setext')
    const words = isSetext
      ? source.slice(0, source.lastIndexOf('\n'))
      : withoutClosing(source.replace(/^\s*#+[ \t]*/, ''))
    const start = node.from + source.indexOf(words)
    const value = { start, end: start + words.trimEnd().length }
    this.heading = { depth, text: words.trim(), slug: slugOf(words) }
    this.spots.set('["heading"]', { key: value, value, whole: { start: node.from, end: node.to } })
  }

  private addRequirement(node: SyntaxNode): void {
    const source = this.text.slice(node.from, node.to).replace(/^\[[ xX]\]\s+/, '')
    const found = requirement.exec(source)
    const id = found?.[1]
    if (!found || id === undefined) return
    const shift = node.to - source.length
    const start = shift + source.indexOf(id)
    const value = { start: shift + found[0].length, end: node.to }
    const whole = { start: shift, end: node.to }
    this.add(
      'requirements',
      this.requirements,
      { id, text: this.text.slice(value.start, value.end) },
      {
        key: { start, end: start + id.length },
        value,
        whole,
      },
    )
  }

  private addCode(node: SyntaxNode): void {
    const info = node.getChild('CodeInfo')
    const body = node.getChild('CodeText')
    const whole = { start: node.from, end: node.to }
    const code = {
      info: info ? this.text.slice(info.from, info.to).trim() : '',
      text: body ? this.text.slice(body.from, body.to) : '',
    }
    this.add('codes', this.codes, code, {
      key: info && toRange(info),
      value: body ? toRange(body) : whole,
      whole,
    })
  }

  private addLink(node: SyntaxNode, isImage: boolean): void {
    const marks = node.getChildren('LinkMark')
    const words = { start: marks[0]?.to ?? node.from, end: marks[1]?.from ?? node.to }
    const text = this.text.slice(words.start, words.end)
    const address = node.getChild('URL')
    const label = node.getChild('LinkLabel')
    const name = label ? this.text.slice(label.from + 1, label.to - 1) : ''
    const url = address
      ? this.text.slice(address.from, address.to)
      : this.definitions.get(labelKey(name || text))
    if (!address && !label && url === undefined) return
    const whole = toRange(node)
    const value = address ? toRange(address) : label && name ? toRange(label) : whole
    this.add('links', this.links, { text, url: url ?? null, isImage }, { key: words, value, whole })
  }

  private addAutolink(node: SyntaxNode): void {
    const whole = toRange(node)
    const url = this.text.slice(whole.start, whole.end).replace(/^<|>$/g, '')
    this.add('links', this.links, { text: url, url, isImage: false }, { key: whole, value: whole, whole })
  }

  private add<T>(kind: string, list: T[], value: T, spot: Spot): void {
    this.spots.set(JSON.stringify([kind, list.length]), spot)
    list.push(value)
  }
}

/** The words of a heading without the `#`s that close it. */
export const withoutClosing = (words: string): string => {
  const open = withoutTrailing(withoutTrailing(words, ' \t'), '#')
  const isClosed = open.length < words.length && (open === '' || ' \t'.includes(open.at(-1) ?? ''))
  return withoutTrailing(isClosed ? open : words, ' \t')
}

/** By hand: a pattern that looks for the end begins anew at every blank. */
const withoutTrailing = (text: string, signs: string): string => {
  let end = text.length
  while (end > 0 && signs.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

const toRange = ({ from, to }: SyntaxNode): Range => ({ start: from, end: to })

export const labelKey = (label: string) => label.trim().toLowerCase().replace(/\s+/g, ' ')
