import { useTranslation } from 'react-i18next'
import { formatDay } from '../language/format.ts'
import { Unknown } from './unknown.tsx'

/** The interval in which a record holds. */
export const Validity = ({ from, to }: { from: string | null; to: string | null }) => {
  const { t } = useTranslation()
  if (!from && !to) return <Unknown />
  const parts = [
    from && t('known.validFrom', { from: formatDay(from) }),
    to && t('known.validTo', { to: formatDay(to) }),
  ]
  return <>{parts.filter(Boolean).join(' ')}</>
}
