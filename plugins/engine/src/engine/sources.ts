import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { PluginFault } from '../sandbox/limits.ts'
import type { CodePlace } from '../sandbox/thrown.ts'

/** Where a plugin's code was written, by the map that its author made when bundling it; nowhere without a map. */
export class Sources {
  private readonly map: TraceMap | null

  constructor(sourceMap: string | undefined) {
    this.map = sourceMap === undefined ? null : new TraceMap(sourceMap)
  }

  /** What a plugin said when it failed, and where that was: `Error: x, src/rule.ts:12:5`. */
  wordsOf({ message, calls }: PluginFault): string {
    const place = this.placeOf(calls)
    return place === null ? message : `${message}, ${place}`
  }

  /** A failure in these words; anything else as it is. */
  located(error: unknown): unknown {
    return error instanceof PluginFault ? new PluginFault(error.kind, this.wordsOf(error), error.rule) : error
  }

  /** Of the calls, the nearest in the author's own files, else in what these import. */
  private placeOf(calls: readonly CodePlace[]): string | null {
    const { map } = this
    if (!map) return null
    const places = calls.flatMap(call => {
      const { source, line, column } = originalPositionFor(map, { line: call.line, column: call.column - 1 })
      return source === null ? [] : [{ source, place: `${source}:${line}:${column + 1}` }]
    })
    const own = places.find(({ source }) => !/^\.\.\/|(?:^|\/)node_modules\//.test(source))
    return (own ?? places[0])?.place ?? null
  }
}
