import type { SignIn } from '@lienthong/protocol'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '../shell/say-error.ts'
import { Entrance } from './entrance.tsx'
import { pathAfterSignIn } from './path-after-sign-in.ts'
import { useSession } from './session-context.tsx'
import { useRestoredSession } from './use-restored-session.ts'

const route = getRouteApi('/sign-in')

export const SignInPage = () => {
  const { t } = useTranslation()
  const { next } = route.useSearch()
  const navigate = useNavigate()
  const { state } = useRestoredSession()
  useEffect(() => {
    if (state.kind === 'signed-in') void navigate({ href: pathAfterSignIn(next), replace: true })
  }, [state.kind, next, navigate])
  const reason = state.kind === 'signed-out' ? state.reason : null
  return (
    <Entrance title={t('page.signIn')} lead={t('access.signInLead')}>
      {reason && <Alert className="spaced" type="info" showIcon title={t(`error.${reason}`)} />}
      <SignInForm />
      <p className="hint">{t('access.noAccount')}</p>
    </Entrance>
  )
}

export const SignInForm = () => {
  const { t } = useTranslation()
  const session = useSession()
  const signIn = useMutation({ mutationFn: (credentials: SignIn) => session.signIn(credentials) })
  const required = [{ required: true, message: t('access.required') }]
  return (
    <Form<SignIn> layout="vertical" requiredMark={false} onFinish={credentials => signIn.mutate(credentials)}>
      {signIn.error && (
        <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, signIn.error)} />
      )}
      <Form.Item name="username" label={t('access.username')} rules={required}>
        <Input autoComplete="username" autoCapitalize="none" autoCorrect="off" spellCheck={false} autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('access.password')} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
        {t('access.signIn')}
      </Button>
    </Form>
  )
}
