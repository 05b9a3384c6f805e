import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Entrance } from '../access/entrance.tsx'

export const NotFoundPage = () => {
  const { t } = useTranslation()
  return (
    <Entrance title={t('page.notFound')} lead={t('failure.notFoundHint')}>
      <Link to="/">{t('failure.home')}</Link>
    </Entrance>
  )
}
