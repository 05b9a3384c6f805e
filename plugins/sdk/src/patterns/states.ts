import type { Edge, Syntax } from './syntax.ts'

/** Where a match may be. `seenAt` is the search's own mark: a state is entered once at each place. */
export type State =
  | { readonly kind: 'end'; seenAt: number }
  | { readonly kind: 'character'; readonly accepts: Accepts; readonly next: State; seenAt: number }
  | { readonly kind: 'fork'; readonly to: State[]; seenAt: number }
  | { readonly kind: 'edge'; readonly edge: Edge; readonly next: State; seenAt: number }
  | {
      readonly kind: 'ahead'
      readonly start: State
      readonly isWanted: boolean
      readonly next: State
      seenAt: number
    }

type Accepts = (character: string) => boolean

/** Builds the states of an expression from its end to its beginning, as Thompson does (CACM 11(6), 1968). `spend` is called for each. */
export class StateBuilder {
  private readonly atoms = new Map<string, Accepts>()

  constructor(private readonly spend: () => void) {}

  whole(syntax: Syntax): State {
    return this.before(syntax, { kind: 'end', seenAt: 0 })
  }

  private before(syntax: Syntax, next: State): State {
    this.spend()
    switch (syntax.kind) {
      case 'character':
        return { kind: 'character', accepts: this.acceptsOf(syntax.atom), next, seenAt: 0 }
      case 'sequence':
        return syntax.parts.reduceRight((after, part) => this.before(part, after), next)
      case 'choice':
        return { kind: 'fork', to: syntax.options.map(option => this.before(option, next)), seenAt: 0 }
      case 'repeat':
        return this.repeat(syntax.of, syntax.min, syntax.max, next)
      case 'edge':
        return { kind: 'edge', edge: syntax.edge, next, seenAt: 0 }
      case 'ahead':
        return { kind: 'ahead', start: this.whole(syntax.of), isWanted: syntax.isWanted, next, seenAt: 0 }
      default:
        return syntax satisfies never
    }
  }

  private repeat(of: Syntax, min: number, max: number, next: State): State {
    let start = next
    if (max === Infinity) {
      const loop: State = { kind: 'fork', to: [next], seenAt: 0 }
      loop.to.push(this.before(of, loop))
      start = loop
    } else {
      for (let i = min; i < max; i++) start = { kind: 'fork', to: [next, this.before(of, start)], seenAt: 0 }
    }
    for (let i = 0; i < min; i++) start = this.before(of, start)
    return start
  }

  private acceptsOf(atom: string): Accepts {
    const known = this.atoms.get(atom)
    if (known) return known
    const accepts = acceptsOf(atom)
    this.atoms.set(atom, accepts)
    return accepts
  }
}

/** What one atom accepts is asked of the language's own expressions: on one character they cannot run long. */
export const acceptsOf = (atom: string): Accepts => {
  if (!/^[\\[.]/.test(atom)) return character => character === atom
  const expression = new RegExp(`^${atom}$`, 'u')
  const known = new Map<string, boolean>()
  return character => {
    const before = known.get(character)
    if (before !== undefined) return before
    const isAccepted = expression.test(character)
    known.set(character, isAccepted)
    return isAccepted
  }
}
