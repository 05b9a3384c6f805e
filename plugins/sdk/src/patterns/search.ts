import type { State } from './states.ts'
import type { Edge } from './syntax.ts'

/** A value, and a place in it. */
interface Place {
  readonly characters: readonly string[]
  readonly at: number
}

/** Follows all possible matches of an expression at once, character by character: never the same state twice at one place. */
export class Search {
  private mark = 0

  /** `spend` is called for every step and throws when there were enough. */
  constructor(private readonly spend: () => void) {}

  /** Whether the expression matches anywhere in the characters. */
  finds(start: State, characters: readonly string[]): boolean {
    let states: readonly State[] = []
    for (let at = 0; at <= characters.length; at++) {
      const arrived = this.arrive([...states, start], { characters, at })
      if (arrived === 'end') return true
      states = this.pass(arrived, characters[at])
    }
    return false
  }

  private matchesAt(start: State, { characters, at }: Place): boolean {
    let states: readonly State[] = [start]
    for (; states.length > 0; at++) {
      const arrived = this.arrive(states, { characters, at })
      if (arrived === 'end') return true
      states = this.pass(arrived, characters[at])
    }
    return false
  }

  /** Where the states lead over a character. */
  private pass(states: readonly State[], character: string | undefined): State[] {
    const next: State[] = []
    for (const state of states) {
      this.spend()
      if (state.kind === 'character' && character !== undefined && state.accepts(character))
        next.push(state.next)
    }
    return next
  }

  /** The states that wait for a character, from all that can be entered without one. */
  private arrive(states: readonly State[], place: Place): State[] | 'end' {
    const mark = ++this.mark
    const open = [...states]
    const waiting: State[] = []
    for (let state = open.pop(); state; state = open.pop()) {
      this.spend()
      if (state.seenAt === mark) continue
      state.seenAt = mark
      if (state.kind === 'end') return 'end'
      if (state.kind === 'character') waiting.push(state)
      else for (const next of this.entered(state, place)) open.push(next)
    }
    return waiting
  }

  /** What a state leads to without a character. */
  private entered(state: State, place: Place): readonly State[] {
    switch (state.kind) {
      case 'fork':
        return state.to
      case 'edge':
        return isAt(state.edge, place) ? [state.next] : []
      case 'ahead':
        return this.matchesAt(state.start, place) === state.isWanted ? [state.next] : []
      case 'end':
      case 'character':
        return []
      default:
        return state satisfies never
    }
  }
}

const isAt = (edge: Edge, { characters, at }: Place): boolean => {
  switch (edge) {
    case '^':
      return at === 0
    case '$':
      return at === characters.length
    case '\\b':
      return isWord(characters[at - 1]) !== isWord(characters[at])
    case '\\B':
      return isWord(characters[at - 1]) === isWord(characters[at])
    default:
      return edge satisfies never
  }
}

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character)
