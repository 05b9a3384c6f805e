import type { Format } from '@lienthong/plugin-sdk'
import { readDocument } from '../models/read.ts'
import { type DocumentModel, syntaxUnitId, type Unit } from '../models/unit.ts'
import type { LinkedDocument } from './linked.ts'
import { anchorsOf } from './reaching.ts'

/** A linked document as it was read, sorted for those who look into it. */
interface Read {
  readonly model: DocumentModel
  readonly byBase: ReadonlyMap<string, Unit>
  readonly byAnchor: ReadonlyMap<string, Unit>
  /** Whether all of it can be read: what is not there then is nowhere. */
  readonly isWhole: boolean
}

/** A linked document at one revision, read when somebody looks into it: only what has changed since the revision before. */
export class LinkedText {
  readonly address: string
  readonly revision: string
  readonly isBare: boolean
  private readonly format: Format
  private readonly text: string
  private read: Read | null = null
  /** As it was when all of it could last be read, where that is not now. */
  private whole: Read | null = null

  constructor(
    { address, revision, format, text, isBare = false }: Omit<LinkedDocument, 'names'>,
    private before: LinkedText | null,
    /** Hears that it was looked into, with how many characters are kept for that. */
    private readonly looked: (text: LinkedText, length: number) => void,
  ) {
    this.address = address
    this.revision = revision
    this.isBare = isBare
    this.format = format
    this.text = text
  }

  get isWhole(): boolean {
    return this.reading.isWhole
  }

  /** The last revision that was read, this one or one before. */
  get lastRead(): LinkedText | null {
    return this.read ? this : this.before
  }

  /**
   * The unit that a fragment leads into: a definition where it is a unit of its own, else the rest. While a part cannot be read, what is
   * not elsewhere is as it was when all could. Undefined in what is no schema.
   */
  unitAt([container = '', name = '']: readonly string[]): Unit | undefined {
    const base = JSON.stringify([container, name])
    const { byBase, isWhole } = this.reading
    const definition = byBase.get(base)
    if (definition) return definition
    return isWhole ? byBase.get('[]') : (this.whole?.byBase.get(base) ?? this.whole?.byBase.get('[]'))
  }

  anchored(name: string): Unit | undefined {
    const { byAnchor, isWhole } = this.reading
    return byAnchor.get(name) ?? (isWhole ? undefined : this.whole?.byAnchor.get(name))
  }

  /** It is read again when somebody looks into it next. */
  forget(): void {
    this.read = null
    this.whole = null
    this.before = null
  }

  private get reading(): Read {
    this.read ??= this.readNow()
    this.looked(this, this.text.length + (this.whole?.model.text.length ?? 0))
    return this.read
  }

  private readNow(): Read {
    if (!this.format.startsWith('json-schema')) return nothing
    const before = this.before
    this.before = null
    const read = readingOf(readDocument(this.format, this.text, before?.read?.model ?? null))
    if (!read.isWhole) this.whole = before?.read?.isWhole ? before.read : (before?.whole ?? null)
    return read
  }
}

const readingOf = (model: DocumentModel): Read => {
  const byBase = new Map<string, Unit>()
  const byAnchor = new Map<string, Unit>()
  for (const unit of model.units) {
    if (unit.id === syntaxUnitId) continue
    const base = JSON.stringify(unit.base)
    // Of two with one name the first counts.
    if (!byBase.has(base)) byBase.set(base, unit)
    for (const anchor of anchorsOf(unit.parsed)) if (!byAnchor.has(anchor)) byAnchor.set(anchor, unit)
  }
  const isWhole = model.units.every(({ id, isBroken }) => id !== syntaxUnitId && !isBroken)
  return { model, byBase, byAnchor, isWhole }
}

/** Of what is no schema. */
const nothing: Read = {
  model: { language: 'json-schema', text: '', units: [] },
  byBase: new Map(),
  byAnchor: new Map(),
  isWhole: true,
}
