import type { Proposal } from '@lienthong/plugin-sdk'
import { maxOfAKind } from '../editing/proposals.ts'
import type { Proposed } from '../editing/proposed.ts'
import type { HelpRequest, WrittenPlace } from './help-place.ts'

/** A place where somebody writes. `isAskedFor`: the person wants proposals also where no word has begun. */
export interface ProposalRequest extends HelpRequest {
  readonly isAskedFor: boolean
}

/** Fewer letters begin any name: proposals would be in the way of who writes another one. */
const letters = { keys: 2, value: 1 }

/** Whether proposals are wanted before a word is begun. */
export const wantsProposals = ({ isAskedFor }: ProposalRequest, { word, at }: WrittenPlace): boolean =>
  isAskedFor || word.length >= letters[at]

/** What of a plugin's proposals fits what is written by now. */
export const proposedAt = (
  { isAskedFor }: ProposalRequest,
  place: WrittenPlace,
  proposals: readonly Proposal[],
): Proposed[] =>
  proposals
    .filter(({ value }) => isAskedFor || begins(String(value), place.word))
    .slice(0, maxOfAKind)
    .map(({ value, about }) => ({
      kind: 'contributed',
      text: place.textOf(value),
      label: String(value),
      about,
      range: place.written,
    }))

const begins = (text: string, word: string): boolean => text.toLowerCase().startsWith(word.toLowerCase())
