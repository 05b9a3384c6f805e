import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'
import { type ChoicesPlace, ruleChoices } from './choices-queries.ts'
import { Chosen } from './chosen.tsx'
import { EditChoices } from './edit-choices.tsx'

/** Which rules run how in one place, and how to choose for whoever may. */
export const RuleChoicesPanel = ({
  place,
  title,
  lead,
  children,
}: {
  place: ChoicesPlace
  title: string
  lead: string
  /** What says of which place, if anything does. */
  children?: ReactNode
}) => {
  const { t } = useTranslation()
  const mayChoose = useMay('plugin:install')
  const { data, error, refetch } = useQuery(ruleChoices(useRest(), place))
  return (
    <Panel title={title} hint={lead}>
      {children}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Chosen record={data} />}
      {data && mayChoose && (
        <div className="button-row">
          <EditChoices key={`${place} ${data.version}`} place={place} record={data} title={title} />
        </div>
      )}
      {data && data.version === 0 && !mayChoose && <p className="empty">{t('ruleChoices.none')}</p>}
    </Panel>
  )
}
