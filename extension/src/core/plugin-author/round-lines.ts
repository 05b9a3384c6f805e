import { TrialRound } from '@lienthong/protocol'
import * as z from 'zod/mini'

/** Reads rounds out of what `lienthong plugin dev --format json-lines` prints: a line each, however it is cut into pieces. */
export class RoundLines {
  private begun = ''

  /** The rounds that are whole with this piece; undefined in place of a line that is none. */
  take(piece: string): (TrialRound | undefined)[] {
    const lines = (this.begun + piece).split('\n')
    this.begun = lines.pop() ?? ''
    return lines.map(roundOf)
  }
}

const roundOf = (line: string): TrialRound | undefined => {
  try {
    return z.safeParse(TrialRound, JSON.parse(line)).data
  } catch {
    return undefined
  }
}
