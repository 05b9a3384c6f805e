import { type Proposal, withoutDiacritics } from '@lienthong/plugin-sdk'
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
  fitting(proposals, place.word, isAskedFor)
    .slice(0, maxOfAKind)
    .map(({ value, about }) => ({
      kind: 'contributed',
      text: place.textOf(value),
      label: String(value),
      about,
      range: place.written,
    }))

/** What begins as the word does comes first; who asks may mean a part of it, or of what it is about. */
const fitting = (proposals: readonly Proposal[], word: string, isAskedFor: boolean): readonly Proposal[] => {
  const wanted = plain(word)
  const isFirst = ({ value }: Proposal) => plain(String(value)).startsWith(wanted)
  const isMeant = ({ value, about }: Proposal) => plain(`${value} ${about.vi} ${about.en}`).includes(wanted)
  const others = isAskedFor ? proposals.filter(one => !isFirst(one) && isMeant(one)) : []
  return [...proposals.filter(isFirst), ...others]
}

const plain = (text: string): string => withoutDiacritics(text).toLowerCase()
