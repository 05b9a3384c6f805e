import { useTranslation } from 'react-i18next'

interface PersonBadgeProps {
  displayName: string
  organisationName: string
  canEdit: boolean
  color: number
}

/** Somebody who is here, in the colour that marks the same person in the editor. */
export const PersonBadge = ({ displayName, organisationName, canEdit, color }: PersonBadgeProps) => {
  const { t } = useTranslation()
  return (
    <span className="person">
      <span className={`person-color person-color-${color % 12}`} aria-hidden />
      <span>
        <strong>{displayName}</strong>
        <span className="soft small">
          {organisationName && `${organisationName} · `}
          {t(canEdit ? 'documents.editing' : 'documents.reading')}
        </span>
      </span>
    </span>
  )
}
