import { useTranslation } from 'react-i18next'
import { formatDay } from '../language/format.ts'
import { Unknown } from '../records/unknown.tsx'
import { Panel } from '../shell/page.tsx'
import { seedEventDay } from './seed-event.ts'

/** The review's four groups exist; what they mean is not published, so nothing is sorted into them. */
export const FourGroups = () => {
  const { t } = useTranslation()
  return (
    <Panel title={t('overview.groups')} hint={t('overview.groupsHint', { date: formatDay(seedEventDay) })}>
      <ol className="groups">
        {[1, 2, 3, 4].map(number => (
          <li key={number}>
            <strong>{t('overview.group', { number })}</strong>
            <Unknown>{t('overview.groupUndefined')}</Unknown>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
