import type { Range } from '@lienthong/plugin-engine'
import type { Span } from '@lienthong/protocol'

/** Offsets of a text in lines. For a few places: every call reads the text up to there. */
export const spanIn = (text: string, { start, end }: Range): Span => [
  ...positionIn(text, start),
  ...positionIn(text, end),
]

const positionIn = (text: string, offset: number): [number, number] => {
  let line = 0
  let lineStart = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    lineStart = at + 1
  }
  return [line, offset - lineStart]
}
