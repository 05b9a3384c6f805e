import type { Fix, Json, LocalText, Mark, Path } from '@lienthong/plugin-sdk'
import {
  maxFixLength,
  maxNameLength,
  maxPathLength,
  maxSteps,
  maxUnitLength,
  maxValueLength,
  pathLength,
} from '../guest/bounds.ts'
import { isTooDeep } from '../models/depth.ts'
import { PluginFault } from '../sandbox/limits.ts'

/** A report whose shape has been verified. Its unit and path may still lead nowhere. */
export interface Report {
  readonly rule: string
  readonly unit: string
  readonly path: Path
  readonly at: Mark
  /** What of it is marked; '' for all. */
  readonly words: string
  readonly nth: number
  readonly messageId: string
  readonly data: Readonly<Record<string, LocalText>>
  readonly fixes: readonly Fix[]
}

/** A step's reports, by unit and for the whole document, null where these are as before. */
export interface Reports {
  readonly units: ReadonlyMap<string, readonly Report[]>
  readonly document: readonly Report[] | null
  /** The step is not finished. */
  readonly hasMore: boolean
  /** Rules looked for versions before the published one. */
  readonly wantsEarlier: boolean
}

const maxReports = 20_000
const maxDataValues = 20
const maxFixes = 5

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown, maxLength: number): value is string =>
  typeof value === 'string' && value.length <= maxLength

export const localText = (value: unknown, maxLength: number): LocalText | null =>
  isRecord(value) && isText(value.vi, maxLength) && isText(value.en, maxLength)
    ? { vi: value.vi, en: value.en }
    : null

/** Reads what came out of the sandbox. Throws PluginFault at the first thing that is not as it must be. */
export const readReports = (json: string): Reports => {
  const value = parseAnswer(json)
  const units = isRecord(value) && isRecord(value.units) ? value.units : refuse('units')
  const document = isRecord(value) && isListOrNull(value.document) ? value.document : refuse('document')
  let count = document?.length ?? 0
  const byUnit = Object.entries(units).map(([unit, list]): [string, Report[]] => {
    const reports = Array.isArray(list) ? list : refuse('reports')
    count += reports.length
    if (count > maxReports) throw new PluginFault('answer-too-large', `more than ${maxReports} findings`)
    return [unit, reports.map(readReport)]
  })
  if (count > maxReports) throw new PluginFault('answer-too-large', `more than ${maxReports} findings`)
  return {
    units: new Map(byUnit),
    document: document?.map(readReport) ?? null,
    hasMore: isRecord(value) && value.hasMore === true,
    wantsEarlier: isRecord(value) && value.wantsEarlier === true,
  }
}

const isListOrNull = (value: unknown): value is unknown[] | null => value === null || Array.isArray(value)

/** Throws PluginFault. */
export const parseAnswer = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return refuse('JSON')
  }
}

const readReport = (value: unknown): Report => {
  const report = isRecord(value) ? value : refuse('report')
  const { rule, unit, path, at, words, nth, messageId, data, fixes } = report
  if (!isText(rule, 64) || !isText(unit, maxUnitLength) || !isText(messageId, 64)) return refuse('report')
  const mark = at === 'key' || at === 'value' || at === 'whole' ? at : refuse('report.at')
  if (!isText(words, maxValueLength) || !isIndex(nth)) return refuse('report.words')
  const list = Array.isArray(fixes) ? fixes : refuse('fixes')
  return {
    rule,
    unit,
    path: readPath(path),
    at: mark,
    words,
    nth,
    messageId,
    data: readData(data),
    fixes: list.slice(0, maxFixes).map(readFix),
  }
}

const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Throws PluginFault. */
export const readPath = (value: unknown): Path => {
  const isPath =
    Array.isArray(value) &&
    value.length <= maxSteps &&
    value.every(step => typeof step === 'string' || typeof step === 'number') &&
    pathLength(value) <= maxPathLength
  return isPath ? (value as Path) : refuse('path')
}

const readData = (value: unknown): Report['data'] => {
  const entries = isRecord(value) ? Object.entries(value).slice(0, maxDataValues) : refuse('data')
  return Object.fromEntries(entries.map(([name, item]) => [name, readValue(item)]))
}

const readValue = (value: unknown): LocalText => {
  const cut = (text: string) =>
    text.length > maxValueLength ? `${text.slice(0, maxValueLength - 1)}…` : text
  if (isRecord(value) && typeof value.vi === 'string' && typeof value.en === 'string')
    return { vi: cut(value.vi), en: cut(value.en) }
  const text = cut(typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  return { vi: text, en: text }
}

const readFix = (value: unknown): Fix => {
  const fix = isRecord(value) ? value : refuse('fix')
  const title = localText(fix.title, maxValueLength) ?? refuse('fix.title')
  if (fix.kind === 'rename' && isText(fix.to, maxNameLength)) return { kind: 'rename', to: fix.to, title }
  if (fix.kind === 'remove') return { kind: 'remove', title }
  if (fix.kind === 'replaceText' && isText(fix.text, maxFixLength))
    return { kind: 'replaceText', text: fix.text, title }
  if (fix.kind === 'setValue' && isJson(fix.value, maxFixLength))
    return { kind: 'setValue', value: fix.value, title }
  if (fix.kind === 'insertKey' && isText(fix.key, maxNameLength) && isJson(fix.value, maxFixLength))
    return { kind: 'insertKey', key: fix.key, value: fix.value, title }
  return refuse('fix')
}

/** It came through JSON.parse, which reads what is nested deeper than anything else can: only its absence and its size are in question. */
export const isJson = (value: unknown, maxLength: number): value is Json =>
  value !== undefined && !isTooDeep(value) && JSON.stringify(value).length <= maxLength

/** Throws PluginFault. */
export const refuse = (what: string): never => {
  throw new PluginFault('answer-invalid', `the answer's ${what} is not as it must be`)
}
