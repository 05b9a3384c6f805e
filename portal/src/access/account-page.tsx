import { useTranslation } from 'react-i18next'
import { Fact, Facts } from '../records/fact.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { AppearanceSwitch, LanguageSwitch } from '../shell/preference-switches.tsx'
import { useMe } from './session-context.tsx'
import { TokensPanel } from './tokens-panel.tsx'

export const AccountPage = () => {
  const { t } = useTranslation()
  const { person } = useMe()
  return (
    <Page title={t('page.account')} name={t('page.account')} lead={t('access.accountLead')}>
      <div className="columns">
        <Panel title={person.displayName}>
          <Facts>
            <Fact label={t('access.username')}>
              <code>{person.username}</code>
            </Fact>
            <Fact label={t('access.roles')}>
              {person.grants.length === 0 ? (
                t('access.noRoles')
              ) : (
                <ul>
                  {person.grants.map(({ id, role, organisationName }) => (
                    <li key={id}>
                      <strong>{t(`access.role.${role}`)}</strong>{' '}
                      {t('access.roleOn', { organisation: organisationName })}
                    </li>
                  ))}
                </ul>
              )}
            </Fact>
            <Fact label={t('settings.language')}>
              <LanguageSwitch />
            </Fact>
            <Fact label={t('settings.theme')}>
              <AppearanceSwitch />
            </Fact>
          </Facts>
        </Panel>
        <TokensPanel />
      </div>
    </Page>
  )
}
