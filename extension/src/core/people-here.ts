import type { Participant, PersonId } from '@lienthong/protocol'

/** Somebody who has a document open, in one window or in several. */
export interface PersonHere {
  personId: PersonId
  displayName: string
  organisationName: string
  canEdit: boolean
  /** In every window. */
  isAway: boolean
  /** The window to look for them first: one that they are at, and of those the one where they moved last. */
  windows: readonly [Participant, ...Participant[]]
}

/** Who is here, once however many windows they have, in the order in which they came (rule E13). */
export const peopleHere = (
  participants: Iterable<Participant>,
  movedAt: (window: Participant) => number,
): PersonHere[] => {
  const windows = new Map<PersonId, [Participant, ...Participant[]]>()
  for (const participant of participants) {
    const known = windows.get(participant.personId)
    if (known) known.push(participant)
    else windows.set(participant.personId, [participant])
  }
  for (const own of windows.values())
    own.sort((a, b) => Number(a.isAway) - Number(b.isAway) || movedAt(b) - movedAt(a))
  return [...windows.values()].map(own => {
    const [{ personId, displayName, organisationName, canEdit, isAway }] = own
    return { personId, displayName, organisationName, canEdit, isAway, windows: own }
  })
}
