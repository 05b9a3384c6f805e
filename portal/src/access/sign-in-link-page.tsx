import { SignInLink, type UseSignInLink } from '@lienthong/protocol'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from '../shell/failure.tsx'
import { sayError } from '../shell/say-error.ts'
import { Entrance } from './entrance.tsx'
import { useRest, useSession } from './session-context.tsx'

/** A one-time link: a demo person is signed in at once; the first administrator fills in the account first. */
export const SignInLinkPage = () => {
  const { t } = useTranslation()
  const { token } = useParams({ strict: false })
  const rest = useRest()
  const link = useQuery({
    queryKey: ['sign-in-link', token],
    queryFn: () => rest.get(`/sign-in-links/${encodeURIComponent(token ?? '')}`, SignInLink),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (link.isPending)
    return <Entrance title={t('page.link')} children={<Waiting label={t('access.linkChecking')} />} />
  if (link.isError) return <LinkFailure error={link.error} />
  return link.data.purpose === 'demo' ? (
    <DemoEntry token={token ?? ''} name={link.data.displayName ?? ''} />
  ) : (
    <FirstAdministrator token={token ?? ''} />
  )
}

const LinkFailure = ({ error }: { error: Error }) => {
  const { t } = useTranslation()
  return (
    <Entrance title={t('page.link')}>
      <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, error)} />
      <Link to="/sign-in">{t('access.toSignIn')}</Link>
    </Entrance>
  )
}

/** Tokens whose use has begun: an effect may run twice, a link works once. */
const begun = new Set<string>()

const useLinkUse = (token: string) => {
  const session = useSession()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (account: UseSignInLink) => session.useLink(token, account),
    onSuccess: () => navigate({ to: '/', replace: true }),
  })
}

const DemoEntry = ({ token, name }: { token: string; name: string }) => {
  const { t } = useTranslation()
  const { mutate, error } = useLinkUse(token)
  useEffect(() => {
    if (begun.has(token)) return
    begun.add(token)
    mutate({})
  }, [token, mutate])
  if (error) return <LinkFailure error={error} />
  return (
    <Entrance title={t('access.demoTitle')}>
      <Waiting label={t('access.demoEntering', { name })} />
    </Entrance>
  )
}

interface Account {
  username: string
  displayName: string
  password: string
  passwordAgain: string
}

const FirstAdministrator = ({ token }: { token: string }) => {
  const { t } = useTranslation()
  const link = useLinkUse(token)
  const required = { required: true, message: t('access.required') }
  const username = { pattern: /^[a-z0-9][a-z0-9._-]{1,63}$/, message: t('access.usernameRule') }
  return (
    <Entrance title={t('access.firstTitle')} lead={t('access.firstLead')}>
      <Form<Account>
        layout="vertical"
        requiredMark={false}
        onFinish={({ passwordAgain: _, ...account }) => link.mutate(account)}
      >
        {link.error && (
          <Alert className="spaced" type="error" showIcon role="alert" title={sayError(t, link.error)} />
        )}
        <Form.Item name="displayName" label={t('access.displayName')} rules={[required]}>
          <Input autoComplete="name" autoFocus />
        </Form.Item>
        <Form.Item name="username" label={t('access.username')} rules={[required, username]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('access.password')} rules={[required]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="passwordAgain"
          label={t('access.passwordAgain')}
          dependencies={['password']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value && value !== getFieldValue('password')) throw new Error(t('access.passwordDiffers'))
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={link.isPending}>
          {t('access.firstCreate')}
        </Button>
      </Form>
    </Entrance>
  )
}
