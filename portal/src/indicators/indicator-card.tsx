import type { Indicator } from '@lienthong/protocol'
import { useTranslation } from 'react-i18next'
import { formatDay, formatNumber, withUnit } from '../language/format.ts'
import { NameText } from '../records/name.tsx'
import { Confidence } from '../records/provenance.tsx'
import { Unknown } from '../records/unknown.tsx'
import { usePreferences } from '../shell/preferences.tsx'

/** A figure with its unit, target, day and source: never a number alone. */
export const IndicatorCard = ({ indicator }: { indicator: Indicator }) => {
  const { t } = useTranslation()
  const { name, value, target, unit, dueBy, provenance, note } = indicator
  return (
    <article className="panel indicator">
      <h2>
        <NameText name={name} />
      </h2>
      <p className="figure">
        {value === null ? <Unknown>{t('indicators.noValue')}</Unknown> : <Figure value={value} unit={unit} />}
      </p>
      {unit === '%' && value !== null && <Meter value={value} target={target} />}
      <dl className="inline-facts">
        <dt>{t('indicators.target')}</dt>
        <dd>
          {target === null ? (
            <Unknown>{t('indicators.noTarget')}</Unknown>
          ) : (
            <Figure value={target} unit={unit} />
          )}
        </dd>
        {dueBy && (
          <>
            <dt>{t('indicators.due')}</dt>
            <dd>{formatDay(dueBy)}</dd>
          </>
        )}
        <dt>{t('known.asOf')}</dt>
        <dd>{provenance.asOf ? formatDay(provenance.asOf) : <Unknown />}</dd>
        <dt>{t('known.source')}</dt>
        <dd>
          {provenance.sources.length === 0 ? (
            <Unknown />
          ) : (
            provenance.sources.map(({ title }) => title).join('; ')
          )}
        </dd>
        <dt>{t('known.confidence')}</dt>
        <dd>
          <Confidence value={provenance.confidence} />
        </dd>
      </dl>
      {note && (
        <p className="soft small" lang="vi">
          {note}
        </p>
      )}
    </article>
  )
}

export const Figure = ({ value, unit }: { value: number; unit: string | null }) => {
  const { language } = usePreferences()
  const number = formatNumber(value, language)
  if (unit === null || unit.startsWith('%')) return withUnit(number, unit)
  return (
    <>
      {number} <span className="unit">{unit}</span>
    </>
  )
}

/** How far a percentage is, and where its target lies. The same is written beside it. */
export const Meter = ({ value, target }: { value: number; target: number | null }) => (
  <div className="meter" aria-hidden>
    <div className="meter-value" style={{ inlineSize: `${Math.min(value, 100)}%` }} />
    {target !== null && (
      <div className="meter-target" style={{ insetInlineStart: `${Math.min(target, 100)}%` }} />
    )}
  </div>
)
