import { MenuOutlined } from '@ant-design/icons'
import { Link, Outlet } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '../access/account-menu.tsx'
import { useSendToSignIn } from '../access/send-to-sign-in.ts'
import { useRestoredSession } from '../access/use-restored-session.ts'
import { Failure, Waiting } from './failure.tsx'
import { Navigation } from './navigation.tsx'
import { Wordmark } from './wordmark.tsx'

/** What surrounds every page of somebody signed in; sends anybody else to sign in first, and back. */
export const Frame = () => {
  const { state, error, retry } = useRestoredSession()
  useSendToSignIn()
  if (state.kind === 'signed-in') return <SignedInFrame />
  if (error)
    return (
      <main className="alone">
        <Failure error={error} onRetry={retry} />
      </main>
    )
  return <Waiting />
}

const SignedInFrame = () => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <a className="skip" href="#content">
        {t('product.skip')}
      </a>
      <div className="frame">
        <header className="masthead">
          <Button
            className="masthead-menu"
            type="text"
            icon={<MenuOutlined />}
            aria-label={t('product.openNavigation')}
            aria-expanded={isOpen}
            onClick={() => setOpen(true)}
          />
          <Link to="/" className="masthead-home">
            <Wordmark />
          </Link>
          <div className="masthead-navigation">
            <Navigation />
          </div>
          <AccountMenu />
        </header>
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Drawer
        open={isOpen}
        onClose={close}
        placement="left"
        size={300}
        title={<Wordmark />}
        rootClassName="navigation-drawer"
        closable={{ 'aria-label': t('product.closeNavigation') }}
      >
        <Navigation onGo={close} />
      </Drawer>
    </>
  )
}
