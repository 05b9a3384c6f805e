import type { SchemaNode } from '@lienthong/plugin-sdk'
import { pointerOf } from './unit-nodes.ts'

/** Where schemas are found. */
interface Schemas {
  at(unit: string, pointer: string): SchemaNode | undefined
  anchored(name: string): SchemaNode | undefined
}

/** Where references of a document lead. */
export class References {
  constructor(private readonly schemas: Schemas) {}

  find(ref: string): SchemaNode | undefined {
    if (!ref.startsWith('#')) return undefined
    const steps = stepsOf(ref.slice(1))
    if (steps === null) return this.schemas.anchored(ref.slice(1))
    const pointer = pointerOf(steps)
    return (isDefinition(steps) && this.inDefinition(steps, pointer)) || this.schemas.at('#', pointer)
  }

  private inDefinition([container, name]: readonly string[], pointer: string): SchemaNode | undefined {
    return this.schemas.at(`/${container}/${name}`, pointer)
  }
}

const isDefinition = (steps: readonly string[]) =>
  steps.length >= 2 && (steps[0] === '$defs' || steps[0] === 'definitions')

/** A JSON pointer's steps, null for an anchor's name. */
const stepsOf = (fragment: string): string[] | null => {
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
