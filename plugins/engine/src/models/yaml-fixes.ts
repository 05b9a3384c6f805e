import type { Fix, Json } from '@lienthong/plugin-sdk'
import { isMap, type Node, stringify } from 'yaml'
import { removeFromList } from './list-edits.ts'
import type { Spot, TextEdit } from './unit.ts'
import type { YamlPlace } from './yaml-place.ts'

/** The edits that carry out a fix at a place of a YAML text, or null when it does not apply there. */
export const fixYaml = (text: string, place: YamlPlace, spot: Spot, fix: Fix): readonly TextEdit[] | null => {
  switch (fix.kind) {
    case 'rename':
      return spot.key && [{ ...spot.key, text: scalar(fix.to) }]
    case 'setValue':
      return setValue(spot, fix.value)
    case 'insertKey':
      return insertKey(text, place.node, fix.key, fix.value)
    case 'remove':
      return place.parent && isFlow(place.parent)
        ? removeFromList(text, spot.whole)
        : removeLines(text, spot, place.parent)
    case 'replaceText':
      return [{ ...(spot.value ?? spot.whole), text: fix.text }]
    default:
      return fix satisfies never
  }
}

/** A value on one line: plain or quoted for scalars, JSON (which YAML contains) for the rest. */
const inline = (value: Json): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : scalar(value)

/** Brackets, braces and commas end a plain text inside flow collections: such texts are quoted everywhere. */
const scalar = (value: Json): string => {
  const isDelicate = typeof value === 'string' && /[[\]{},]/.test(value)
  const defaultStringType = isDelicate ? 'QUOTE_SINGLE' : 'PLAIN'
  return stringify(value, { lineWidth: 0, singleQuote: true, defaultStringType }).trimEnd()
}

const setValue = ({ key, value }: Spot, to: Json): readonly TextEdit[] | null => {
  if (value && value.end > value.start) return [{ ...value, text: inline(to) }]
  return key && [{ start: key.end, end: key.end, text: `: ${inline(to)}` }]
}

const isFlow = (node: Node) => 'flow' in node && node.flow === true

const insertKey = (text: string, node: Node | null, key: string, value: Json): readonly TextEdit[] | null => {
  if (!isMap(node) || !node.range) return null
  const line = `${scalar(key)}: ${inline(value)}`
  if (node.flow) {
    const brace = text.lastIndexOf('}', node.range[1])
    if (node.items.length === 0) return [{ start: brace, end: brace, text: ` ${line} ` }]
    let at = brace
    while (text[at - 1] === ' ') at--
    return [{ start: at, end: at, text: text[at - 1] === ',' ? ` ${line}` : `, ${line}` }]
  }
  const first = node.range[0]
  const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1))
  return [{ start: first, end: first, text: `${line}\n${indent}` }]
}

/** The whole lines of a block's pair or item; the only member of a block leaves an empty collection behind. */
const removeLines = (text: string, { whole }: Spot, parent: Node | null): readonly TextEdit[] | null => {
  if (!parent) return null
  const members = (parent as { items?: readonly unknown[] }).items?.length ?? 0
  if (members === 1) return [{ ...whole, text: isMap(parent) ? '{}' : '[]' }]
  const start = text.lastIndexOf('\n', whole.start - 1) + 1
  const newline = text.indexOf('\n', whole.end)
  const sharesLine = /[^\s-]/.test(text.slice(start, whole.start))
  return [{ start: sharesLine ? whole.start : start, end: newline < 0 ? text.length : newline + 1, text: '' }]
}
