import type { Provision } from '@lienthong/protocol'
import { useTranslation } from 'react-i18next'
import { Unknown } from '../records/unknown.tsx'

export const ProvisionList = ({ provisions }: { provisions: readonly Provision[] }) => {
  const { t } = useTranslation()
  if (provisions.length === 0) return <p className="empty">{t('directives.noProvisions')}</p>
  return (
    <ol className="provisions">
      {[...provisions]
        .sort((a, b) => a.position - b.position)
        .map(({ id, label, text }) => (
          <li key={id}>
            <span className="provision-label" lang="vi">
              {label}
            </span>
            {text === null ? <Unknown /> : <span lang="vi">{text}</span>}
          </li>
        ))}
    </ol>
  )
}
