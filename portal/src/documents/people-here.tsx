import { useTranslation } from 'react-i18next'
import { PersonBadge } from '../rooms/person-badge.tsx'
import { Panel } from '../shell/page.tsx'
import type { LiveDocument } from './live-document.ts'

/** Who else has the document open, and on which line. */
export const PeopleHere = ({ people }: { people: LiveDocument['people'] }) => {
  const { t } = useTranslation()
  return (
    <Panel title={t('documents.here')} extra={<span className="count-badge">{people.length}</span>}>
      {people.length === 0 && <p className="empty">{t('documents.nobody')}</p>}
      <ul className="people">
        {people.map(({ person, line }) => (
          <li key={person.sessionId}>
            <PersonBadge {...person} />
            <span className="soft small">
              {person.isAway ? (
                t('documents.away')
              ) : line === null ? null : (
                <a href={`#line-${line}`}>{t('documents.atLine', { line })}</a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
