import type { Format } from '@lienthong/plugin-sdk'
import { readDocument } from '../models/read.ts'
import { type DocumentModel, syntaxUnitId, type Unit } from '../models/unit.ts'
import type { LinkedDocument } from './linked.ts'
import { hasAnchor } from './reaching.ts'

/** A linked document at one revision, read when somebody first looks into it: only what has changed since the revision before. */
export class LinkedText {
  private read: DocumentModel | null = null
  private lastWhole: LinkedText | null = null
  private byBase: ReadonlyMap<string, Unit> | null = null

  readonly address: string
  readonly revision: string
  readonly isBare: boolean
  private readonly format: Format
  private readonly text: string

  constructor(
    { address, revision, format, text, isBare = false }: Omit<LinkedDocument, 'names'>,
    private before: LinkedText | null,
  ) {
    this.address = address
    this.revision = revision
    this.isBare = isBare
    this.format = format
    this.text = text
  }

  /** Whether all of it is a schema that can be read: what is not there then is nowhere. */
  get isWhole(): boolean {
    return this.units.every(({ id, isBroken }) => id !== syntaxUnitId && !isBroken)
  }

  /** The last revision that was read, this one or one before. */
  get lastRead(): LinkedText | null {
    return this.read ? this : this.before
  }

  /**
   * The unit that a fragment leads into: a definition where it is a unit of its own, else the rest. While a part cannot be read, what is
   * not elsewhere is as it was when all could. Undefined in what is no schema.
   */
  unitAt(steps: readonly string[]): Unit | undefined {
    const [container = '', name = ''] = steps
    this.byBase ??= unitsByBase(this.units)
    const definition = this.byBase.get(JSON.stringify([container, name]))
    if (definition) return definition
    return this.isWhole ? this.byBase.get('[]') : this.lastWhole?.unitAt(steps)
  }

  anchored(name: string): Unit | undefined {
    const unit = this.units.find(({ parsed }) => hasAnchor(parsed, name))
    return unit ?? (this.isWhole ? undefined : this.lastWhole?.anchored(name))
  }

  private get units(): readonly Unit[] {
    if (!this.format.startsWith('json-schema')) return []
    if (!this.read) {
      const { before } = this
      this.read = readDocument(this.format, this.text, before?.read ?? null)
      this.before = null
      if (before && !this.isWhole) this.lastWhole = before.isWhole ? before : before.lastWhole
    }
    return this.read.units
  }
}

/** Of two with one name the first. */
const unitsByBase = (units: readonly Unit[]): ReadonlyMap<string, Unit> => {
  const byBase = new Map<string, Unit>()
  for (const unit of units) {
    const base = JSON.stringify(unit.base)
    if (unit.id !== syntaxUnitId && !byBase.has(base)) byBase.set(base, unit)
  }
  return byBase
}
