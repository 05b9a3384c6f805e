import type { LocalText, Proposal } from '@lienthong/plugin-sdk'
import { isRecord, localText, parseAnswer, readPath, refuse } from '../engine/untrusted.ts'
import { maxPlaces, maxProposals, maxTextLength, maxUnitLength, maxValueLength } from '../guest/bounds.ts'
import type { ToldPlace } from './help-place.ts'

/** More of one plugin nobody reads. */
const maxExplanations = 10
const ats = ['key', 'value', 'whole', 'keys'] as const

/** Reads of which places a plugin says something. Throws PluginFault. */
export const readPlaces = (json: string): ToldPlace[] =>
  listOf(json, 'places').map(value => {
    const { unit, path, at } = isRecord(value) ? value : refuse('place')
    const known = ats.find(one => one === at) ?? refuse('place.at')
    if (typeof unit !== 'string' || unit.length > maxUnitLength) return refuse('place')
    return { unit, path: readPath(path), at: known }
  })

/** Reads what hovers say. Throws PluginFault. */
export const readExplanations = (json: string): LocalText[] =>
  listOf(json, 'explanations')
    .slice(0, maxExplanations)
    .map(value => {
      const text = localText(isRecord(value) ? value.text : undefined, maxTextLength)
      const { vi, en } = text ?? refuse(`explanation of ${maxTextLength} characters at most`)
      return { vi: inert(vi), en: inert(en) }
    })

/**
 * An image would be fetched, and a link or a bare address followed, with words of the document in its address. What makes them so is taken
 * apart by a character without width, which code shows as little as prose does.
 */
const inert = (markdown: string): string =>
  markdown.replace(/!(?=\[)|\](?=[(:[])|<|:(?=\/\/)|\bwww(?=\.)|(?=@)/gi, found => `${found}\u200b`)

/** Reads what completions propose. Throws PluginFault. */
export const readProposals = (json: string): Proposal[] =>
  listOf(json, 'proposals')
    .flatMap(value =>
      isRecord(value) && Array.isArray(value.proposals) ? value.proposals : refuse('proposals'),
    )
    .slice(0, maxProposals)
    .map(readProposal)

const readProposal = (proposal: unknown): Proposal => {
  const { value, about } = isRecord(proposal) ? proposal : refuse('proposal')
  const isShort = typeof value === 'string' && value.length <= maxValueLength && !/[\r\n]/.test(value)
  if (!isShort && typeof value !== 'number' && typeof value !== 'boolean') return refuse('proposal.value')
  return { value, about: localText(about, maxValueLength) ?? refuse('proposal.about') }
}

const listOf = (json: string, what: string): readonly unknown[] => {
  const value = parseAnswer(json)
  return Array.isArray(value) && value.length <= maxPlaces ? value : refuse(what)
}
