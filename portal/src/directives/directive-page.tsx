import { DirectiveDetail } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { formatDay } from '../language/format.ts'
import { Fact, Facts } from '../records/fact.tsx'
import { NameText, useNameIn } from '../records/name.tsx'
import { ProvenanceFacts } from '../records/provenance.tsx'
import { DirectiveStatusBadge } from '../records/status-badge.tsx'
import { Known, Unknown } from '../records/unknown.tsx'
import { Validity } from '../records/validity.tsx'
import { Failure } from '../shell/failure.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { ProvisionList } from './provision-list.tsx'
import { TaskList } from './task-list.tsx'

const route = getRouteApi('/frame/directives/$code')

const useDirective = (code: string) => {
  const rest = useRest()
  return useQuery({
    queryKey: ['directive', code],
    queryFn: () => rest.get(`/directives/${encodeURIComponent(code)}`, DirectiveDetail),
  })
}

export const DirectivePage = () => {
  const { t } = useTranslation()
  const { code } = route.useParams()
  const nameIn = useNameIn()
  const directive = useDirective(code)
  const trail = [{ label: t('page.directives'), to: { to: '/directives' } as const }]
  if (directive.isPending)
    return (
      <Page title={code} name={code} trail={trail} children={<Skeleton active paragraph={{ rows: 8 }} />} />
    )
  if (directive.isError)
    return (
      <Page title={code} name={code} trail={trail}>
        <Failure error={directive.error} onRetry={() => void directive.refetch()} />
      </Page>
    )
  const { title, type, number, provisions, tasks } = directive.data
  return (
    <Page
      title={<NameText name={title} />}
      name={nameIn(title)}
      trail={trail}
      lead={
        <span lang="vi">
          {type} {number}
        </span>
      }
    >
      <div className="columns">
        <DirectiveFacts directive={directive.data} />
        <div className="stack">
          <Panel title={t('directives.provisions')}>
            <ProvisionList provisions={provisions} />
          </Panel>
          <Panel title={t('directives.tasks')}>
            <TaskList tasks={tasks} />
          </Panel>
        </div>
      </div>
    </Page>
  )
}

const DirectiveFacts = ({ directive }: { directive: DirectiveDetail }) => {
  const { t } = useTranslation()
  return (
    <Panel title={t('inventory.facts')}>
      <Facts>
        <Fact label={t('directives.number')}>
          <Known value={directive.number} />
        </Fact>
        <Fact label={t('directives.type')}>
          <span lang="vi">{directive.type}</span>
        </Fact>
        <Fact label={t('directives.issuer')}>
          <NameText name={directive.issuer} />
        </Fact>
        <Fact label={t('directives.issuedOn')}>
          {directive.issuedOn ? (
            <time dateTime={directive.issuedOn}>{formatDay(directive.issuedOn)}</time>
          ) : (
            <Unknown />
          )}
        </Fact>
        <Fact label={t('directives.status')}>
          <DirectiveStatusBadge status={directive.status} />
          <div className="soft small">{t('directives.asOfHint')}</div>
        </Fact>
        {directive.successorId && (
          <Fact label={t('known.successor')}>
            <Successor id={directive.successorId} />
          </Fact>
        )}
        <Fact label={t('known.validity')}>
          <Validity from={directive.validFrom} to={directive.validTo} />
        </Fact>
        {directive.note && (
          <Fact label={t('known.note')}>
            <Known value={directive.note} lang="vi" />
          </Fact>
        )}
        <ProvenanceFacts provenance={directive.provenance} />
      </Facts>
    </Panel>
  )
}

const Successor = ({ id }: { id: string }) => {
  const { data } = useDirective(id)
  if (!data) return <Unknown />
  return (
    <Link to="/directives/$code" params={{ code: data.code }}>
      {data.number ? `${data.type} ${data.number}` : <NameText name={data.title} />}
    </Link>
  )
}
