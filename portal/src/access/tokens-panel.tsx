import { CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { CreatedToken, type CreateToken, PersonalToken } from '@lienthong/protocol'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { formatInstant } from '../language/format.ts'
import { Failure } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { sayError } from '../shell/say-error.ts'
import { useRest } from './session-context.tsx'

const tokensKey = ['tokens']

/** Personal access tokens: made, shown once, revoked. */
export const TokensPanel = () => {
  const { t } = useTranslation()
  const rest = useRest()
  const client = useQueryClient()
  const tokens = useQuery({ queryKey: tokensKey, queryFn: () => rest.get('/tokens', z.array(PersonalToken)) })
  const [created, setCreated] = useState<string | null>(null)
  const create = useMutation({
    mutationFn: (request: CreateToken) => rest.post('/tokens', CreatedToken, request),
    onSuccess: ({ token }) => {
      setCreated(token)
      return client.invalidateQueries({ queryKey: tokensKey })
    },
  })
  return (
    <Panel title={t('access.tokens')} hint={t('access.tokensLead')}>
      {created ? (
        <NewToken token={created} onDone={() => setCreated(null)} />
      ) : (
        <CreateTokenForm onCreate={create.mutate} isBusy={create.isPending} error={create.error} />
      )}
      {tokens.isPending && <Skeleton active />}
      {tokens.isError && <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <p className="empty">{t('access.tokenNone')}</p>}
      <ul className="items">
        {tokens.data?.map(token => (
          <li key={token.id}>
            <TokenItem token={token} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const CreateTokenForm = (props: {
  onCreate: (request: CreateToken) => void
  isBusy: boolean
  error: Error | null
}) => {
  const { t } = useTranslation()
  return (
    <Form<{ name: string; expiresInDays: number }>
      layout="vertical"
      requiredMark={false}
      initialValues={{ expiresInDays: 90 }}
      onFinish={props.onCreate}
    >
      {props.error && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, props.error)} />
      )}
      <div className="form-row">
        <Form.Item
          name="name"
          label={t('access.tokenName')}
          rules={[{ required: true, message: t('access.required') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="expiresInDays"
          label={t('access.tokenDays')}
          rules={[{ required: true, message: t('access.required') }]}
        >
          <InputNumber min={1} max={365} precision={0} />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={props.isBusy}>
        {t('access.tokenCreate')}
      </Button>
    </Form>
  )
}

const NewToken = ({ token, onDone }: { token: string; onDone: () => void }) => {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(token)
    setCopied(true)
  }
  return (
    <div className="new-token" role="status">
      <strong>{t('access.tokenOnce')}</strong>
      <Input
        readOnly
        value={token}
        aria-label={t('access.tokenSecret')}
        onFocus={event => event.target.select()}
        className="mono"
      />
      <div className="button-row">
        {'clipboard' in navigator && (
          <Button icon={<CopyOutlined />} onClick={() => void copy()}>
            {t(isCopied ? 'access.tokenCopied' : 'access.tokenCopy')}
          </Button>
        )}
        <Button onClick={onDone}>{t('access.tokenDone')}</Button>
      </div>
    </div>
  )
}

const TokenItem = ({ token }: { token: PersonalToken }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const rest = useRest()
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => rest.delete(`/tokens/${token.id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: tokensKey }),
  })
  const time = (iso: string) => formatInstant(iso, language)
  return (
    <article className="item">
      <div className="item-main">
        <strong>{token.name}</strong>
        <div className="soft small">
          {t('access.tokenCreated', { time: time(token.createdAt) })} ·{' '}
          {token.lastUsedAt
            ? t('access.tokenLastUsed', { time: time(token.lastUsedAt) })
            : t('access.tokenNeverUsed')}{' '}
          ·{' '}
          {token.expiresAt
            ? t('access.tokenExpires', { time: time(token.expiresAt) })
            : t('access.tokenNoExpiry')}
        </div>
        {revoke.error && <Alert type="error" title={sayError(t, revoke.error)} />}
      </div>
      <Popconfirm
        title={t('access.tokenRevokeAsk')}
        okText={t('access.tokenRevoke')}
        onConfirm={() => revoke.mutateAsync().catch(() => undefined)}
      >
        <Button
          danger
          icon={<DeleteOutlined />}
          aria-label={t('access.tokenRevokeNamed', { name: token.name })}
        >
          {t('access.tokenRevoke')}
        </Button>
      </Popconfirm>
    </article>
  )
}
