import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import type { Asking, Target } from './asking.ts'
import { isObject } from './nodes.ts'

/** How many references one field may lead through; circles end here. */
const maxHops = 10

/** What a schema and everything that it refers to say together, the nearer first. Looks no further than it is asked. */
export class Followed {
  private run = 0
  private targets: Target[] = []
  private isAtEnd = false

  constructor(
    private readonly schema: JsonObject,
    private readonly asking: Asking,
  ) {}

  says = (keyword: string): Json | undefined => {
    let said: Json | undefined = this.schema[keyword]
    for (let hop = 0; said === undefined; hop++) {
      const target = this.target(hop)
      if (!target) return undefined
      said = target.says(keyword)
    }
    return said
  }

  /** Name of the first definition on the way. */
  definition = (): string | null => {
    for (let hop = 0; ; hop++) {
      const target = this.target(hop)
      if (!target || target.definition !== null) return target?.definition ?? null
    }
  }

  private target(hop: number): Target | undefined {
    // Kept from an earlier run, it may lead elsewhere by now.
    if (this.run !== this.asking.run) {
      this.run = this.asking.run
      this.targets = []
      this.isAtEnd = false
    }
    if (hop === this.targets.length && hop < maxHops && !this.isAtEnd) this.goOn()
    return this.targets[hop]
  }

  private goOn(): void {
    const last = this.targets.at(-1)
    const ref = last ? refOf(last.says('$ref'), last.says('allOf')) : refIn(this.schema)
    const target = ref === null ? undefined : this.asking.target(ref)
    if (target) this.targets.push(target)
    else this.isAtEnd = true
  }
}

/** `$ref`, or the only one among `allOf`. */
export const refIn = ({ $ref, allOf }: JsonObject): string | null => refOf($ref, allOf)

const refOf = ($ref: Json | undefined, allOf: Json | undefined): string | null => {
  if (typeof $ref === 'string') return $ref
  const refs = (Array.isArray(allOf) ? allOf : []).flatMap((item: Json) =>
    isObject(item) && typeof item.$ref === 'string' ? [item.$ref] : [],
  )
  return refs.length === 1 ? (refs[0] ?? null) : null
}
