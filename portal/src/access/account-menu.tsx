import { DownOutlined, KeyOutlined, LogoutOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppearanceSwitch, LanguageSwitch } from '../shell/preference-switches.tsx'
import { useMe, useSession } from './session-context.tsx'

/** Who is signed in, and what concerns this person alone. The panel follows its button in the page, so that Tab leads into it. */
export const AccountMenu = () => {
  const { t } = useTranslation()
  const { person } = useMe()
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useCloseOutside(place, isOpen, setOpen)
  return (
    <div className="account" ref={place}>
      <Button
        className="account-button"
        type="text"
        aria-label={t('access.menu', { name: person.displayName })}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="avatar" aria-hidden>
          {initialsOf(person.displayName)}
        </span>
        <span className="account-name">{person.displayName}</span>
        <DownOutlined aria-hidden />
      </Button>
      {isOpen && <AccountPanel onGo={() => setOpen(false)} />}
    </div>
  )
}

/** Closes on Escape, which gives focus back to the button, and on a press or focus elsewhere. */
const useCloseOutside = (
  place: RefObject<HTMLElement | null>,
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
): void => {
  useEffect(() => {
    if (!isOpen) return
    const onElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false)
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpen(false)
      place.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
      document.removeEventListener('keydown', onKey)
    }
  }, [place, isOpen, setOpen])
}

const AccountPanel = ({ onGo }: { onGo: () => void }) => {
  const { t } = useTranslation()
  const session = useSession()
  const { person } = useMe()
  return (
    <section className="account-panel" aria-label={t('page.account')}>
      <div>
        <strong>{person.displayName}</strong>
        <div className="soft">{person.username}</div>
        <ul className="role-list">
          {person.grants.map(grant => (
            <li key={grant.id}>
              {t(`access.role.${grant.role}`)} · {grant.organisationName}
            </li>
          ))}
        </ul>
      </div>
      <LanguageSwitch />
      <AppearanceSwitch />
      <Link to="/account" onClick={onGo}>
        <KeyOutlined aria-hidden /> {t('access.account')}
      </Link>
      <Button icon={<LogoutOutlined />} onClick={() => void session.signOut()}>
        {t('access.signOut')}
      </Button>
    </section>
  )
}

/** Vietnamese names are called by their last word: Nguyễn Văn An → A. */
const initialsOf = (name: string): string => name.trim().split(/\s+/).at(-1)?.charAt(0).toUpperCase() ?? '?'
