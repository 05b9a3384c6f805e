import { difference } from './difference.ts'
import { decodeUtf8 } from './environment.ts'
import { replacementsOf } from './text-delta.ts'

/** What a file says beside its text: whether a byte order mark is in front, and how most of its lines end. */
export interface FileShape {
  readonly hasBom: boolean
  readonly lineEnd: 'lf' | 'crlf'
}

/** A file's text as it is, and as a document holds it. */
export interface FileText {
  readonly raw: string
  readonly text: string
}

/** The shape of a file that is made anew. */
export const plainShape: FileShape = { hasBom: false, lineEnd: 'lf' }

const bom = '\uFEFF'

/** A file's text as documents have it: without a byte order mark, and with LF for every line end (rule S16). */
export const documentTextOf = (raw: string): string => raw.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n')

/** A file of these bytes; undefined if they are not UTF-8 and would not come back as they are (rule T13). */
export function readFileText(bytes: Uint8Array): FileText | undefined {
  try {
    return fileText(decodeUtf8(bytes))
  } catch {
    return undefined
  }
}

/** A file that has this text, byte order mark and line ends included. */
export const fileText = (raw: string): FileText => ({ raw, text: documentTextOf(raw) })

/** The shape of a file; `crlf` when more than half of its lines end so. */
export function shapeOf(raw: string): FileShape {
  const crlf = raw.split('\r\n').length
  return { hasBom: raw.startsWith(bom), lineEnd: crlf * 2 > raw.split('\n').length + 1 ? 'crlf' : 'lf' }
}

/** A document's text as a file of that shape. */
export const shaped = (text: string, { hasBom, lineEnd }: FileShape): string =>
  (hasBom ? bom : '') + withLineEnds(text, lineEnd)

/** The file with `target` as its text. What stays keeps its bytes, line ends of every kind included; what is new ends as most lines do. */
export function rewritten({ raw, text }: FileText, target: string): string {
  const { lineEnd } = shapeOf(raw)
  const places = placesIn(raw, text)
  let result = ''
  let at = 0
  for (const { offset, deleted, inserted } of replacementsOf(difference(text, target))) {
    result += raw.slice(at, places[offset]) + withLineEnds(inserted, lineEnd)
    at = places[offset + deleted] ?? raw.length
  }
  result += raw.slice(at)
  // A carriage return that stood alone may have met a new line feed.
  return fileText(result).text === target ? result : shaped(target, shapeOf(raw))
}

/** Where every unit of the text is in the file. */
function placesIn(raw: string, text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1)
  let at = 0
  while (raw.startsWith(bom, at)) at++
  for (let index = 0; index < text.length; index++) {
    places[index] = at
    at += raw.startsWith('\r\n', at) ? 2 : 1
  }
  places[text.length] = at
  return places
}

const withLineEnds = (text: string, lineEnd: FileShape['lineEnd']): string =>
  lineEnd === 'crlf' ? text.replaceAll('\n', '\r\n') : text
