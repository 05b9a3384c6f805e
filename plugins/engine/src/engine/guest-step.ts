import type { InputData, Language } from '@lienthong/plugin-sdk'
import type { GuestStep, GuestUnit, GuestVersion } from '../guest/wire.ts'
import { isSameData, sharedInputs } from '../inputs/input-names.ts'
import type { ForeignUnit, Links } from '../linked/links.ts'
import { type DocumentModel, syntaxUnitId, type Unit } from '../models/unit.ts'
import type { Step } from '../sandbox/plugin-thread.ts'
import type { Published, Version } from './published.ts'
import type { PluginSettings } from './rule-settings.ts'

/** What a plugin is shown of a document. */
export interface Shown {
  readonly model: DocumentModel
  readonly published: Published | null
  readonly inputs: InputData
  /** Where references lead that leave the document. */
  readonly links: Links
  /** Code of the database that the document belongs to. */
  readonly database: string | null
  readonly settings: PluginSettings
  /** Rules that do not run. */
  readonly off: readonly string[]
}

/** Characters of units that are handed in at once: as JSON, and while it is read, they take ten times as much memory. */
const portionLength = 150_000

/** What a plugin must be told to get from one model to the next, in portions. */
export const stepsOf = (shown: Shown, before: Shown | null, near = ''): GuestStep[] => {
  const { model, published, inputs, links, database, settings, off } = shown
  const known = new Map(before?.model.units.map(unit => [unit.id, unit.parsed]))
  const changed = model.units.filter(unit => known.get(unit.id) !== unit.parsed)
  const { language } = model
  const common = { language, options: settings.options, off, inputs: statedInputs(inputs), database, near }
  const portions = portionsOf(changed).map(units => units.map(unit => guestUnit(unit, language)))
  const last = portions.pop() ?? []
  return [
    ...portions.map(units => ({ ...common, changed: units, isPart: true })),
    {
      ...common,
      changed: last,
      isPart: false,
      ...(before && isSameOrder(before.model, model) ? {} : { order: model.units.map(({ id }) => id) }),
      ...(before?.published === published ? {} : { published: guestPublished(published) }),
      ...(before?.links === links ? {} : { elsewhere: elsewhereOf(links, before?.links ?? null) }),
    },
  ]
}

const portionsOf = (units: readonly Unit[]): Unit[][] => {
  const portions: Unit[][] = []
  let left = 0
  for (const unit of units) {
    if (left <= 0) {
      portions.push([])
      left = portionLength
    }
    portions.at(-1)?.push(unit)
    left -= unit.text.length
  }
  return portions
}

const isSameOrder = (before: DocumentModel, after: DocumentModel): boolean =>
  before.units.length === after.units.length &&
  before.units.every(({ id }, index) => id === after.units[index]?.id)

const statedInputs = (inputs: InputData): GuestStep['inputs'] =>
  Object.fromEntries(
    sharedInputs.flatMap(name => {
      const data = inputs[name]
      return data ? [[name, { revision: data.revision, day: data.day }]] : []
    }),
  )

const guestPublished = (published: Published | null): GuestStep['published'] =>
  published && {
    ...guestVersion(published),
    earlier: published.earlier && {
      versions: published.earlier.versions.map(guestVersion),
      isAll: published.earlier.isAll,
    },
  }

const guestVersion = ({ revision, model }: Version): GuestVersion => ({
  revision,
  units: model.units.map(unit => guestUnit(unit, model.language)),
})

/** Without what was before, all of it: whoever is told may remember something else. */
const elsewhereOf = ({ targets, units }: Links, before: Links | null): GuestStep['elsewhere'] => ({
  isAll: before === null,
  targets: [...targets].filter(([ref, unit]) => before?.targets.get(ref) !== unit),
  goneTargets: [...(before?.targets.keys() ?? [])].filter(ref => !targets.has(ref)),
  units: [...units.values()].filter(unit => before?.units.get(unit.id) !== unit).map(foreignUnit),
  goneUnits: [...(before?.units.keys() ?? [])].filter(id => !units.has(id)),
})

const foreignUnit = ({ id, base, value, length }: ForeignUnit): GuestUnit => ({
  ...{ id, base, value, text: null, weight: length, provides: [] },
  ...{ syntax: [], duplicateKeys: [], invalid: [] },
})

const guestUnit = ({ id, base, parsed, provides, text }: Unit, language: Language): GuestUnit => ({
  id,
  base,
  value: parsed.value,
  text: language === 'sql' ? text : null,
  weight: parsed.text.length,
  provides,
  syntax: id === syntaxUnitId ? parsed.syntax.map(({ code, message }) => ({ code, message })) : [],
  duplicateKeys: parsed.duplicateKeys.map(({ key }) => ({ key })),
  invalid: parsed.invalid,
})

/** What is handed in at once is read at once; the largest unit that runs is run at once, and so is the comparison with what is published. */
export const handedIn = (shown: Shown, before: Shown | null, compared: number, near: string): Step[] => {
  const runsAll =
    before !== null && (!isSameData(before.inputs, shown.inputs) || before.links !== shown.links)
  return stepsOf(shown, before, near).map(step => {
    const json = JSON.stringify(step)
    const heaviest = step.isPart
      ? 0
      : runsAll
        ? longest(shown.model)
        : most(step.changed.map(unit => unit.weight))
    return { json, weight: json.length / 4 + heaviest + (step.isPart ? 0 : compared) }
  })
}

/** Length of the longest unit: the most that is run at once. */
export const longest = ({ units }: Shown['model']): number => most(units.map(({ text }) => text.length))

const most = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.max(one, other), 0)
