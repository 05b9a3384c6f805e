import type { DatabaseStatus, DirectiveStatus } from '@lienthong/protocol'
import { useTranslation } from 'react-i18next'

const databaseTone: Record<DatabaseStatus, string> = {
  operating: 'good',
  'under-construction': 'busy',
  'being-upgraded': 'busy',
  'not-started': 'late',
  unknown: 'none',
}
const directiveTone: Record<DirectiveStatus, string> = {
  draft: 'none',
  'in-force': 'good',
  'partly-repealed': 'busy',
  repealed: 'late',
  expired: 'late',
  unknown: 'none',
}

/** Colour never stands alone: the words carry the meaning. */
export const DatabaseStatusBadge = ({ status }: { status: DatabaseStatus }) => {
  const { t } = useTranslation()
  return <span className={`badge badge-${databaseTone[status]}`}>{t(`databaseStatus.${status}`)}</span>
}

export const DirectiveStatusBadge = ({ status }: { status: DirectiveStatus }) => {
  const { t } = useTranslation()
  return <span className={`badge badge-${directiveTone[status]}`}>{t(`directiveStatus.${status}`)}</span>
}
