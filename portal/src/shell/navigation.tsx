import {
  ApartmentOutlined,
  AuditOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  EditOutlined,
  LineChartOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const places = [
  { to: '/', key: 'overview', Icon: DashboardOutlined },
  { to: '/databases', key: 'inventory', Icon: DatabaseOutlined },
  { to: '/directives', key: 'directives', Icon: AuditOutlined },
  { to: '/rooms', key: 'rooms', Icon: EditOutlined },
  { to: '/indicators', key: 'indicators', Icon: LineChartOutlined },
  { to: '/organisations', key: 'organisations', Icon: ApartmentOutlined },
  { to: '/plugins', key: 'plugins', Icon: SafetyCertificateOutlined },
] as const

export const Navigation = ({ onGo }: { onGo?: () => void }) => {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('product.navigation')} className="navigation">
      <ul>
        {places.map(({ to, key, Icon }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} onClick={onGo}>
              <Icon aria-hidden />
              <span>{t(`page.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
