import { samplesOf } from './samples.ts'
import { Search } from './search.ts'
import { type State, StateBuilder } from './states.ts'
import { type Syntax, SyntaxReader, Unfollowable } from './syntax.ts'

/** Steps for reading a short pattern; ordinary ones take a hundred. */
const baseSteps = 1_000
/** Steps for every character of patterns and values: an ordinary match takes two to six, all that a slice of a document holds must fit into one run. */
const stepsPerCharacter = 10
/** Steps of one run altogether, about half a second: aliases let a small text hold the same long value many times. */
const maxSteps = 500_000

interface Pattern {
  /** Null: cannot be followed. */
  readonly start: State | null
  readonly syntax: Syntax | null
  readonly verdicts: Map<string, boolean | undefined>
}

/**
 * Tries patterns of a document on values, in a time that grows with their length only: `^(a+)+$` on `aaaa…!` costs no
 * more than `^a+$`. `RegExp` may take years for that, and a plugin that runs too long is stopped; never try a pattern
 * that stands in a document with `RegExp` itself. Make one in a rule's `create`.
 *
 * ```ts
 * const patterns = new Patterns()
 * patterns.matches('^[0-9]{12}$', '001099012345') // true
 * ```
 */
export class Patterns {
  private readonly known = new Map<string, Pattern>()
  private readonly search = new Search(() => this.spend())
  private left = maxSteps
  /** Below so many steps left, the pattern at hand has had its share. */
  private floor = 0

  /**
   * Whether the pattern matches somewhere in the value, as JSON Schema means it (flag `u`). Undefined where that is not
   * to be known: the pattern cannot be read, refers back (`\1`), looks behind (`(?<=`), or asks for too many steps.
   */
  matches(pattern: string, value: string): boolean | undefined {
    const known = this.known.get(pattern) ?? this.read(pattern)
    if (known.start === null) return undefined
    if (!known.verdicts.has(value)) known.verdicts.set(value, this.judge(known.start, pattern, value))
    return known.verdicts.get(value)
  }

  /** Some short values that the pattern matches, at the edges of what it allows; none where none is found. */
  samples(pattern: string): readonly string[] {
    const { syntax } = this.known.get(pattern) ?? this.read(pattern)
    return syntax === null ? [] : samplesOf(syntax).filter(value => this.matches(pattern, value))
  }

  private read(source: string): Pattern {
    const read = this.within(source.length, () => {
      new RegExp(source, 'u')
      const syntax = new SyntaxReader(source).choice()
      return { syntax, start: new StateBuilder(() => this.spend()).whole(syntax) }
    })
    const pattern: Pattern = { start: read?.start ?? null, syntax: read?.syntax ?? null, verdicts: new Map() }
    this.known.set(source, pattern)
    return pattern
  }

  private judge(start: State, pattern: string, value: string): boolean | undefined {
    return this.within(pattern.length + value.length, () => this.search.finds(start, [...value]))
  }

  /** What `work` answers; undefined when it throws: it needs too many steps for so many characters, or is not to be followed. */
  private within<T>(characters: number, work: () => T): T | undefined {
    this.floor = Math.max(0, this.left - baseSteps - stepsPerCharacter * characters)
    try {
      return work()
    } catch {
      return undefined
    }
  }

  private spend(): void {
    if (--this.left < this.floor) throw new Unfollowable()
  }
}
