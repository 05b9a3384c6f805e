import type { Tree } from '@lezer/common'
import { parser as commonMark, GFM, type MarkdownParser } from '@lezer/markdown'

const full = commonMark.configure(GFM)

/** Of a longer paragraph or cell only the place is known: the parser compares every mark in it with every other. */
const longestInline = 5_000

const bounded: MarkdownParser = Object.create(full, {
  parseInline: {
    value: (text: string, offset: number) =>
      text.length > longestInline ? [] : full.parseInline(text, offset),
  },
})

/** Lines that open more lists and quotes than anybody writes: the parser looks at all of them for each. */
const nested = /^(?:[ \t]{0,8}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){50}[^\n]*/gm

/** Reads Markdown (CommonMark and GFM) in a time that grows with its length only. */
export const parseMarkdown = (text: string): Tree =>
  bounded.parse(text.replace(nested, line => 'x'.repeat(line.length)))
