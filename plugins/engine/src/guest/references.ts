import type { SchemaNode } from '@lienthong/plugin-sdk'

/** Where references of a document lead. Every look-up is told to `asked`, so that its asker can run again when the answer changes. */
export class References {
  constructor(
    private readonly at: (unit: string, pointer: string) => SchemaNode | undefined,
    private readonly anchored: (name: string) => SchemaNode | undefined,
    private readonly asked: (name: string) => void,
  ) {}

  resolve = (ref: string): SchemaNode | undefined => {
    if (!ref.startsWith('#')) return undefined
    const steps = stepsOf(ref.slice(1))
    if (steps === null) return this.byAnchor(ref.slice(1))
    const pointer = JSON.stringify(steps)
    return (isDefinition(steps) && this.inDefinition(steps, pointer)) || this.inRoot(pointer)
  }

  private inDefinition([container, name]: readonly string[], pointer: string): SchemaNode | undefined {
    const unit = `/${container}/${name}`
    this.asked(`definition:${unit}`)
    return this.at(unit, pointer)
  }

  private inRoot(pointer: string): SchemaNode | undefined {
    this.asked('root')
    return this.at('#', pointer)
  }

  private byAnchor(name: string): SchemaNode | undefined {
    this.asked('anchors')
    return this.anchored(name)
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
