import { type DecideWaiver, type DocumentId, Waiver } from '@lienthong/protocol'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay, useMe, useRest } from '../access/session-context.tsx'
import { formatDay, formatInstant } from '../language/format.ts'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { sayError } from '../shell/say-error.ts'
import { waiversOf } from './waiver-queries.ts'

const badges: Record<Waiver['state'], string> = {
  requested: 'busy',
  approved: 'good',
  refused: 'none',
  withdrawn: 'none',
  expired: 'none',
}

/** Every waiver that was ever asked for in a document, and what the reader may do about it. */
export const DocumentWaivers = ({ documentId }: { documentId: DocumentId }) => {
  const { t } = useTranslation()
  const rest = useRest()
  const { data, error, refetch } = useQuery(waiversOf(rest, documentId))
  return (
    <Panel title={t('waivers.title')} extra={data && <span className="count-badge">{data.length}</span>}>
      <p className="soft small spaced">{t('waivers.lead')}</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && <p className="empty">{t('waivers.none')}</p>}
      <ul className="findings">
        {data?.map(waiver => (
          <OneWaiver key={waiver.id} waiver={waiver} />
        ))}
      </ul>
    </Panel>
  )
}

const OneWaiver = ({ waiver }: { waiver: Waiver }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { requestedBy, requestedAt, decidedBy, decidedAt, until, state, ruleId, fingerprint } = waiver
  return (
    <li className="finding">
      <div className="finding-head">
        <span className={`badge badge-${badges[state]}`}>{t(`waivers.state.${state}`)}</span>
        {fingerprint === null && <span className="small">{t('waivers.byRule')}</span>}
      </div>
      <code className="small">{ruleId}</code>
      <p>{waiver.reason}</p>
      {waiver.accepts === 0 && <p className="small">{t('waivers.acceptsNothing')}</p>}
      <p className="soft small">
        {t('waivers.askedBy', {
          name: requestedBy.displayName,
          at: formatInstant(requestedAt, language),
          day: formatDay(until),
        })}
      </p>
      {decidedBy && decidedAt && (
        <p className="soft small">
          {t('waivers.decidedBy', {
            name: decidedBy.displayName,
            at: formatInstant(decidedAt, language),
          })}
        </p>
      )}
      <Decisions waiver={waiver} />
    </li>
  )
}

/** Nobody decides on what they asked for themselves; they may take it back. */
const Decisions = ({ waiver: { id, documentId, requestedBy, state } }: { waiver: Waiver }) => {
  const { t } = useTranslation()
  const rest = useRest()
  const client = useQueryClient()
  const isOwn = useMe().person.id === requestedBy.personId
  const mayApprove = useMay('review:approve')
  const decide = useMutation({
    mutationFn: (decision: DecideWaiver) =>
      rest.post(`/documents/${documentId}/waivers/${id}/decision`, Waiver, decision),
    onSettled: () => client.invalidateQueries({ queryKey: waiversOf(rest, documentId).queryKey }),
  })
  const offered: DecideWaiver['state'][] = []
  if (state === 'requested' && mayApprove && !isOwn) offered.push('approved', 'refused')
  if ((state === 'requested' && isOwn) || (state === 'approved' && (isOwn || mayApprove)))
    offered.push('withdrawn')
  return (
    <>
      {decide.error && <Alert type="error" showIcon role="alert" title={sayError(t, decide.error)} />}
      {offered.length > 0 && (
        <div className="button-row">
          {offered.map(next => (
            <Button
              key={next}
              size="small"
              type={next === 'approved' ? 'primary' : 'default'}
              loading={decide.isPending}
              onClick={() => decide.mutate({ state: next })}
            >
              {t(`waivers.${verbs[next]}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

const verbs = { approved: 'approve', refused: 'refuse', withdrawn: 'withdraw' } as const
