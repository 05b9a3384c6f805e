import { maxDepth } from './depth.ts'
import { maxIdNameLength, type Range } from './unit.ts'

/** An object of definitions: its name, what stands between its braces, and its members (`"name": value`). */
export interface JsonContainer extends Range {
  readonly name: string
  readonly members: readonly Range[]
}

export const containerNames = new Set(['$defs', 'definitions'])
const space = /[ \t\r\n]*/y
const string = /"(?:[^"\\\n]|\\.)*"/y
/** Up to the next sign that opens or closes something. */
const filling = /[^"[\]{}]*/y
const scalar = /[^\s,[\]{}":]+/y

/**
 * Cuts a schema at its definitions without parsing it, so that a keystroke costs one definition. Answers null for what is no
 * object, and where braces, commas or colons are not as they must be around definitions; what is within is not looked at.
 */
export const splitJson = (text: string): readonly JsonContainer[] | null => {
  const cutter = new Cutter(text)
  return cutter.top() ? cutter.containers : null
}

class Cutter {
  readonly containers: JsonContainer[] = []
  private at = 0

  constructor(private readonly text: string) {}

  top(): boolean {
    this.skip(space)
    if (!this.members(() => this.topMember())) return false
    this.skip(space)
    return this.at === this.text.length
  }

  private topMember(): boolean {
    const name = this.name()
    if (name === null) return false
    return containerNames.has(name) && this.text[this.at] === '{' ? this.container(name) : this.value()
  }

  /** One whose names are too long for ids stays with the rest. */
  private container(name: string): boolean {
    const members: Range[] = []
    const open = this.at
    let isShort = true
    const isWhole = this.members(() => {
      const start = this.at
      const key = this.name()
      if (key === null || !this.value()) return false
      isShort &&= key.length <= maxIdNameLength
      members.push({ start, end: this.at })
      return true
    })
    if (isWhole && isShort) this.containers.push({ name, start: open + 1, end: this.at - 1, members })
    return isWhole
  }

  /** An object whose members are read one after the other. */
  private members(member: () => boolean): boolean {
    if (!this.takes('{')) return false
    this.skip(space)
    if (this.takes('}')) return true
    do {
      this.skip(space)
      if (!member()) return false
      this.skip(space)
    } while (this.takes(','))
    return this.takes('}')
  }

  /** A name as it is written, and the colon behind it. */
  private name(): string | null {
    const start = this.at
    if (!this.skip(string)) return null
    const name = this.text.slice(start + 1, this.at - 1)
    this.skip(space)
    if (!this.takes(':')) return null
    this.skip(space)
    return name
  }

  private value(): boolean {
    const first = this.text[this.at]
    if (first === '"') return this.skip(string)
    return first === '{' || first === '[' ? this.nested() : this.skip(scalar)
  }

  private nested(): boolean {
    let depth = 0
    do {
      this.skip(filling)
      const sign = this.text[this.at]
      if (sign === undefined) return false
      if (sign === '"') {
        if (!this.skip(string)) return false
      } else {
        depth += sign === '{' || sign === '[' ? 1 : -1
        this.at++
      }
      if (depth > maxDepth) return false
    } while (depth > 0)
    return true
  }

  private takes(sign: string): boolean {
    if (this.text[this.at] !== sign) return false
    this.at++
    return true
  }

  /** Whether something was passed over. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    if (!pattern.test(this.text)) return false
    const isSome = pattern.lastIndex > this.at
    this.at = pattern.lastIndex
    return isSome
  }
}
