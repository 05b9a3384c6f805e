import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'

/** A place in the plugin's bundle, both from 1. */
export interface CodePlace {
  readonly line: number
  readonly column: number
}

/** What was thrown, as the plugin tells it: nothing of it is believed. `words` is null where even these could not be made. */
export interface Thrown {
  readonly words: string | null
  /** Where in the bundle it was thrown, and from where that was called; none where nobody knows. */
  readonly places: readonly CodePlace[]
}

/** Under what the bundle runs: stacks name it. */
export const bundleName = 'plugin.js'

const maxNameLength = 100
const maxMessageLength = 100_000
/** Calls that a stack of QuickJS's has room for. */
const maxStackLength = 100_000
/** So far up somebody is looked for who is the author. */
const maxPlaces = 30

/** Reads an error. Getters of the plugin's may run, within its budget. */
export const readThrown = (context: QuickJSContext, error: QuickJSHandle): Thrown => {
  const type = context.typeof(error)
  if (type === 'string') return { words: shortText(context, error, maxMessageLength), places: [] }
  if (type !== 'object' && type !== 'function') return { words: `a thrown ${type}`, places: [] }
  if (context.eq(error, context.null)) return { words: null, places: [] }
  const textOf = (name: string, maxLength: number) => {
    const property = context.getProp(error, name)
    const text = shortText(context, property, maxLength)
    property.dispose()
    return text
  }
  const said = [textOf('name', maxNameLength), textOf('message', maxMessageLength)]
  return {
    words: said.filter(text => text !== '').join(': ') || `a thrown ${type}`,
    places: placesIn(textOf('stack', maxStackLength)),
  }
}

const placesIn = (stack: string): CodePlace[] =>
  [...stack.matchAll(/\(plugin\.js:([1-9]\d{0,8}):([1-9]\d{0,8})\)$/gm)]
    .slice(0, maxPlaces)
    .map(([, line, column]) => ({ line: Number(line), column: Number(column) }))

export const lengthOf = (context: QuickJSContext, text: QuickJSHandle): number => {
  const length = context.getProp(text, 'length')
  const size = context.getNumber(length)
  length.dispose()
  return size
}

/** '' for what is no text, or a longer one. */
export const shortText = (
  context: QuickJSContext,
  handle: QuickJSHandle | undefined,
  maxLength: number,
): string => {
  if (!handle || context.typeof(handle) !== 'string') return ''
  return lengthOf(context, handle) <= maxLength ? context.getString(handle) : ''
}
