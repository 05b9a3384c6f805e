import type { Provenance } from '@lienthong/protocol'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../language/format.ts'
import { confidenceKey, hasOwnWords } from './confidence.ts'
import { Fact } from './fact.tsx'
import { Unknown } from './unknown.tsx'

/** How sure a fact is. What nobody has verified looks different from what somebody has. */
export const Confidence = ({ value }: { value: string | null }) => {
  const { t } = useTranslation()
  if (value === null) return <Unknown />
  const key = confidenceKey(value)
  return (
    <>
      {key && <span className={`confidence confidence-${key}`}>{t(`confidence.${key}`)}</span>}
      {(!key || hasOwnWords(value)) && (
        <div className="soft small">{t('known.original', { text: value })}</div>
      )}
    </>
  )
}

/** Where a record's facts come from, as rows of a fact list. */
export const ProvenanceFacts = ({ provenance }: { provenance: Provenance }) => {
  const { t } = useTranslation()
  return (
    <>
      <Fact label={t('known.source')}>
        {provenance.sources.length === 0 ? (
          <Unknown />
        ) : (
          <ul className="sources">
            {provenance.sources.map(source => (
              <li key={source.key}>
                <SourceLink title={source.title} url={source.url} />
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={t('known.confidence')}>
        <Confidence value={provenance.confidence} />
      </Fact>
      <Fact label={t('known.asOf')}>
        {provenance.asOf ? <time dateTime={provenance.asOf}>{formatDay(provenance.asOf)}</time> : <Unknown />}
      </Fact>
    </>
  )
}

const SourceLink = ({ title, url }: { title: string; url: string | null }) => {
  const { t } = useTranslation()
  if (!url || !/^https?:\/\//.test(url)) return <>{title}</>
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {title}
      <span className="sr-only"> ({t('known.newTab')})</span>
    </a>
  )
}
