import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { Fact, Facts } from '../records/fact.tsx'
import { Failure, Waiting } from '../shell/failure.tsx'
import { sayError } from '../shell/say-error.ts'
import { callbackName, editorCallback, withCode } from './editor-callback.ts'
import { Entrance } from './entrance.tsx'
import { useSendToSignIn } from './send-to-sign-in.ts'
import { useMe, useRest, useSession } from './session-context.tsx'
import { useRestoredSession } from './use-restored-session.ts'

const route = getRouteApi('/authorize')
const SignInCode = z.object({ code: z.string() })

/** An editor's request to sign in (RFC 7636): asks the person, then sends a one-time code to the editor and nobody else. */
export const AuthorizePage = () => {
  const { t } = useTranslation()
  const { callback, challenge, state } = route.useSearch()
  const target = editorCallback(callback)
  if (!callback || !challenge || !state) return <Refusal text={t('access.authorizeIncomplete')} />
  if (!target) return <Refusal text={t('access.callbackRefused')} />
  return <EditorRequest callback={target} challenge={challenge} state={state} />
}

interface EditorRequestProps {
  callback: URL
  challenge: string
  state: string
}

const EditorRequest = (request: EditorRequestProps) => {
  const { t } = useTranslation()
  const { state, error, retry } = useRestoredSession()
  useSendToSignIn()
  if (state.kind === 'signed-in') return <Consent {...request} />
  return (
    <Entrance title={t('access.authorizeTitle')}>
      {error ? <Failure error={error} onRetry={retry} /> : <Waiting />}
    </Entrance>
  )
}

const Refusal = ({ text }: { text: string }) => {
  const { t } = useTranslation()
  return (
    <Entrance title={t('access.authorizeTitle')}>
      <Alert type="error" showIcon role="alert" title={text} />
    </Entrance>
  )
}

const Consent = ({ callback, challenge, state }: EditorRequestProps) => {
  const { t } = useTranslation()
  const rest = useRest()
  const session = useSession()
  const { person } = useMe()
  const [isDenied, setDenied] = useState(false)
  const allow = useMutation({
    mutationFn: async () => {
      const { code } = await rest.post('/sign-in-codes', SignInCode, { challenge })
      return withCode(callback, code, state)
    },
    onSuccess: address => location.assign(address),
  })
  if (isDenied)
    return (
      <Entrance
        title={t('access.authorizeTitle')}
        children={<p role="status">{t('access.authorizeDenied')}</p>}
      />
    )
  if (allow.data)
    return (
      <Entrance title={t('access.authorizeTitle')}>
        <p role="status">{t('access.authorizeDone')}</p>
        <Button type="primary" size="large" block href={allow.data}>
          {t('access.authorizeOpen')}
        </Button>
      </Entrance>
    )
  return (
    <Entrance title={t('access.authorizeTitle')} lead={t('access.authorizeLead')}>
      <Facts>
        <Fact label={t('access.authorizeAs')}>
          <strong>{person.displayName}</strong> <span className="soft">{person.username}</span>
        </Fact>
        <Fact label={t('access.authorizeTo')}>
          <code>{callbackName(callback)}</code>
        </Fact>
      </Facts>
      <Alert className="spaced" type="warning" showIcon title={t('access.authorizeWarning')} />
      {allow.error && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, allow.error)} />
      )}
      <div className="button-row">
        <Button type="primary" size="large" loading={allow.isPending} onClick={() => allow.mutate()}>
          {t('access.authorizeAllow')}
        </Button>
        <Button size="large" onClick={() => setDenied(true)}>
          {t('access.authorizeDeny')}
        </Button>
      </div>
      <Button type="link" className="switch-person" onClick={() => void session.signOut()}>
        {t('access.authorizeSwitch')}
      </Button>
    </Entrance>
  )
}
