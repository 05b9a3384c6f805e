import type { Database } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { DocumentList } from '../documents/document-list.tsx'
import { OrganisationName } from '../organisations/organisation-name.tsx'
import { Fact, Facts } from '../records/fact.tsx'
import { NameText, useNameIn } from '../records/name.tsx'
import { ProvenanceFacts } from '../records/provenance.tsx'
import { DatabaseStatusBadge } from '../records/status-badge.tsx'
import { Known, Unknown } from '../records/unknown.tsx'
import { Validity } from '../records/validity.tsx'
import { RuleChoicesPanel } from '../rule-choices/rule-choices-panel.tsx'
import { Failure } from '../shell/failure.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { EditDatabase } from './edit-database.tsx'
import { database, documentsOf, inventoryLists } from './inventory-queries.ts'

const route = getRouteApi('/frame/databases/$code')

export const DatabasePage = () => {
  const { t } = useTranslation()
  const { code } = route.useParams()
  const rest = useRest()
  const nameIn = useNameIn()
  const mayChange = useMay('inventory:change')
  const record = useQuery(database(rest, code))
  const trail = [{ label: t('page.inventory'), to: { to: '/databases' } as const }]
  if (record.isPending)
    return (
      <Page title={code} name={code} trail={trail} children={<Skeleton active paragraph={{ rows: 8 }} />} />
    )
  if (record.isError)
    return (
      <Page title={code} name={code} trail={trail}>
        <Failure error={record.error} onRetry={() => void record.refetch()} />
      </Page>
    )
  return (
    <Page
      title={<NameText name={record.data.name} />}
      name={nameIn(record.data.name)}
      trail={trail}
      actions={mayChange && <EditDatabase key={record.data.id} database={record.data} />}
    >
      <div className="columns">
        <DatabaseFacts database={record.data} />
        <div className="stack">
          <DatabaseDocuments code={record.data.code} />
          <RuleChoicesPanel
            place={`/databases/${record.data.code}`}
            title={t('ruleChoices.title')}
            lead={t('ruleChoices.leadDatabase')}
          />
        </div>
      </div>
    </Page>
  )
}

const DatabaseFacts = ({ database }: { database: Database }) => {
  const { t } = useTranslation()
  return (
    <Panel title={t('inventory.facts')}>
      <Facts>
        <Fact label={t('known.code')}>
          <code>{database.code}</code>
        </Fact>
        <Fact label={t('inventory.level')}>
          {database.level === 'unknown' ? <Unknown /> : t(`level.${database.level}`)}
        </Fact>
        <Fact label={t('inventory.owner')}>
          <OrganisationName id={database.ownerId} name={database.ownerName} />
        </Fact>
        <Fact label={t('inventory.status')}>
          <DatabaseStatusBadge status={database.status} />
          <div className="soft small">{t('known.editorialNote')}</div>
        </Fact>
        <Fact label={t('inventory.statusNote')}>
          <Known value={database.statusNote} lang="vi" />
        </Fact>
        <Fact label={t('inventory.legalBasis')}>
          <LegalBasis basis={database.legalBasis} />
        </Fact>
        <Fact label={t('inventory.lists')}>
          <ListMembership codes={database.listCodes} />
        </Fact>
        <Fact label={t('known.validity')}>
          <Validity from={database.validFrom} to={database.validTo} />
        </Fact>
        {database.note && (
          <Fact label={t('known.note')}>
            <Known value={database.note} lang="vi" />
          </Fact>
        )}
        <ProvenanceFacts provenance={database.provenance} />
      </Facts>
    </Panel>
  )
}

const LegalBasis = ({ basis }: { basis: readonly string[] }) =>
  basis.length === 0 ? (
    <Unknown />
  ) : (
    <ul>
      {basis.map(text => (
        <li key={text} lang="vi">
          {text}
        </li>
      ))}
    </ul>
  )

const ListMembership = ({ codes }: { codes: readonly string[] }) => {
  const { t } = useTranslation()
  const lists = useQuery(inventoryLists(useRest()))
  if (codes.length === 0) return <Unknown>{t('inventory.inNoList')}</Unknown>
  return (
    <ul>
      {codes.map(list => {
        const title = lists.data?.items.find(({ code }) => code === list)?.title
        return (
          <li key={list}>
            <Link to="/databases" search={{ list }}>
              {title ? <NameText name={title} /> : list}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

const DatabaseDocuments = ({ code }: { code: string }) => {
  const { t } = useTranslation()
  const documents = useQuery(documentsOf(useRest(), code))
  return (
    <Panel title={t('inventory.documents')}>
      {documents.isPending && <Skeleton active />}
      {documents.isError && <Failure error={documents.error} onRetry={() => void documents.refetch()} />}
      {documents.data?.items.length === 0 && <p className="empty">{t('inventory.noDocuments')}</p>}
      {documents.data && <DocumentList documents={documents.data.items} />}
    </Panel>
  )
}
