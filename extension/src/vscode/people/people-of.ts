import { l10n } from 'vscode'
import { type PersonHere, peopleHere } from '../../core/people-here.ts'
import type { OpenDocument } from '../open-documents.ts'

/** Who else has the document open, each once. */
export const peopleOf = ({ session: { presence } }: OpenDocument): PersonHere[] =>
  peopleHere(presence.participants.values(), ({ sessionId }) => presence.movedAt(sessionId))

/** What is said of somebody behind the name. */
export const describe = (person: PersonHere, isMe: boolean): string =>
  [
    isMe ? l10n.t('you, in another window') : person.organisationName,
    ...(person.windows.length > 1 ? [l10n.t('{0} windows', person.windows.length)] : []),
    ...(person.isAway ? [l10n.t('away')] : []),
    ...(person.canEdit ? [] : [l10n.t('reading')]),
  ].join(' · ')
