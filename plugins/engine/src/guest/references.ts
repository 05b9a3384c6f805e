import type { SchemaNode } from '@lienthong/plugin-sdk'
import { pointerOf } from './unit-nodes.ts'

/** Where schemas are found. */
interface Schemas {
  at(unit: string, pointer: string): SchemaNode | undefined
  anchored(name: string): SchemaNode | undefined
  /** The unit of another document that a reference leads into, '' for one of this document. */
  unitBehind(ref: string): string | null | undefined
  anchoredIn(unit: string, name: string): SchemaNode | undefined
}

/** Where references of a document lead. */
export class References {
  constructor(private readonly schemas: Schemas) {}

  find(ref: string): SchemaNode | undefined {
    return ref.startsWith('#') ? this.here(ref.slice(1)) : this.behind(ref)
  }

  private behind(ref: string): SchemaNode | undefined {
    const unit = this.schemas.unitBehind(ref)
    const fragment = fragmentOf(ref)
    if (unit === '') return this.here(fragment)
    if (typeof unit !== 'string') return undefined
    const steps = stepsOf(fragment)
    return steps ? this.schemas.at(unit, pointerOf(steps)) : this.schemas.anchoredIn(unit, fragment)
  }

  private here(fragment: string): SchemaNode | undefined {
    const steps = stepsOf(fragment)
    if (steps === null) return this.schemas.anchored(fragment)
    const pointer = pointerOf(steps)
    return (isDefinition(steps) && this.inDefinition(steps, pointer)) || this.schemas.at('#', pointer)
  }

  private inDefinition([container, name]: readonly string[], pointer: string): SchemaNode | undefined {
    return this.schemas.at(`/${container}/${name}`, pointer)
  }
}

const isDefinition = (steps: readonly string[]) =>
  steps.length >= 2 && (steps[0] === '$defs' || steps[0] === 'definitions')

/** What follows the sign `#`. */
export const fragmentOf = (ref: string): string => (ref.includes('#') ? ref.slice(ref.indexOf('#') + 1) : '')

/** A JSON pointer's steps, null for an anchor's name. */
export const stepsOf = (fragment: string): string[] | null => {
  if (fragment === '') return []
  if (!fragment.startsWith('/')) return null
  return fragment.slice(1).split('/').map(decode)
}

const decode = (step: string): string => {
  const plain = step.replace(/~1/g, '/').replace(/~0/g, '~')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
